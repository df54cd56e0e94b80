// Lianluo's script: every page works without it. It keeps drafts on the device, counts characters, searches while one types,
// asks before what cannot be undone, and speaks to screen readers. Plain old syntax on purpose: it must run on old phones.
(function () {
  "use strict";
  var words = document.getElementById("words"), say = document.getElementById("say"), ask = document.getElementById("ask");
  function word(name, value) { return ((words && words.getAttribute("data-" + name)) || "").replace("#", value === undefined ? "" : value); }
  function announce(text) { if (say) { say.textContent = ""; setTimeout(function () { say.textContent = text; }, 50); } }
  function every(selector, act, from) { Array.prototype.forEach.call((from || document).querySelectorAll(selector), act); }
  function form_of(element) { return element.form || element.closest("form"); }
  function clock(at) { return new Date(at).toLocaleString(document.documentElement.lang, { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" }); }

  // Storage may be forbidden or full: then there are no drafts, and nothing else is lost.
  var shelf = {
    get: function (key) { try { return JSON.parse(localStorage.getItem(key)); } catch (_) { return null; } },
    put: function (key, value) { try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch (_) { return false; } },
    drop: function (key) { try { localStorage.removeItem(key); } catch (_) { /* nothing to drop */ } },
    keys: function () { try { return Object.keys(localStorage).filter(function (key) { return key.indexOf("draft:") === 0; }); } catch (_) { return []; } }
  };

  // --- characters: a count beside every field with data-max; an astral character counts once, as on the server
  function count(field) {
    var place = document.querySelector('[data-count="' + field.id + '"]');
    if (!place) { return; }
    var left = field.getAttribute("data-max") - field.value.replace(/\r\n/g, "\n").replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "_").length;
    place.textContent = left < 0 ? word("over", -left) : word("left", left);
    place.classList.toggle("over", left < 0);
  }
  every("[data-max]", function (field) { if (field.value) { count(field); } field.addEventListener("input", function () { count(field); }); });

  // --- drafts: <form data-draft="suggestion-new"> is kept on this device as typed, under the name of who is signed in
  var changed = false, sending = false;
  var FORTNIGHT = 14 * 24 * 3600 * 1000;
  function kept(field) { return field.name && !/^(hidden|password|file|submit|button)$/.test(field.type) && field.name !== "csrf"; }
  function key_of(form) { return "draft:" + word("who") + ":" + form.getAttribute("data-draft"); }
  function read(form) {
    return Array.prototype.filter.call(form.elements, kept).map(function (field) {
      return [field.name, /^(radio|checkbox)$/.test(field.type) ? (field.checked ? field.value : null) : field.value, field.value];
    });
  }
  function fill(form, values) {
    var fields = Array.prototype.filter.call(form.elements, kept);
    values.forEach(function (kept_value) {
      for (var i = 0; i < fields.length; i += 1) {
        var field = fields[i], box = /^(radio|checkbox)$/.test(field.type);
        if (field.name === kept_value[0] && (!box || field.value === kept_value[2])) {
          if (box) { field.checked = kept_value[1] !== null; } else { field.value = kept_value[1]; }
          fields.splice(i, 1); if (field.hasAttribute("data-max")) { count(field); }
          break;
        }
      }
    });
  }
  function button(label, act, plain) {
    var made = document.createElement("button");
    made.type = "button"; made.className = "button" + (plain ? " plain" : ""); made.textContent = label; made.addEventListener("click", act);
    return made;
  }
  // The mark by which the server knows a sending it has had already: it belongs to what was typed, not to the page.
  function mark(form) { return form.querySelector("input[name=once]"); }
  function offer(form, key, draft) {
    var box = document.createElement("div"), text = document.createElement("p"), row = document.createElement("p");
    box.className = "note"; box.setAttribute("role", "status"); row.className = "buttons";
    text.textContent = word("found", clock(draft.at));
    function close() { box.parentNode.removeChild(box); var first = form.querySelector("input:not([type=hidden]), textarea, select"); if (first) { first.focus(); } }
    row.appendChild(button(word("restore"), function () { fill(form, draft.values); if (draft.once && mark(form)) { mark(form).value = draft.once; } close(); }));
    row.appendChild(button(word("discard"), function () { shelf.drop(key); close(); }, true));
    box.appendChild(text); box.appendChild(row); form.parentNode.insertBefore(box, form);
  }
  function keep_drafts(form) {
    var key = key_of(form), draft = shelf.get(key), timer = 0, note = document.createElement("p");
    note.className = "saved"; form.appendChild(note);
    if (draft && JSON.stringify(draft.values) !== JSON.stringify(read(form))) { if (!form.querySelector(".wrong")) { offer(form, key, draft); } }
    function save() { clearTimeout(timer); timer = 0; if (shelf.put(key, { at: Date.now(), values: read(form), once: mark(form) && mark(form).value })) { note.textContent = word("saved", clock(Date.now())); } }
    // Who dictates does not pause: what is said is kept while it is said, half sentences too, and at once when the phone turns elsewhere.
    form.addEventListener("input", function () { timer = timer || setTimeout(save, 800); });
    document.addEventListener("visibilitychange", function () { if (timer && document.hidden) { save(); } });
    form.addEventListener("change", save);
    form.addEventListener("submit", function (event) {
      save();
      if (navigator.onLine !== false) { return; }
      event.preventDefault(); form.setAttribute("data-waiting", ""); form.sent_by = event.submitter;
      note.textContent = word("offline"); announce(note.textContent);
    });
  }
  // What was sent has arrived when the next page says that it was done: only then may its draft go.
  try {
    var sent = sessionStorage.getItem("sent");
    if (sent) { sessionStorage.removeItem("sent"); if (document.querySelector("[data-done]")) { shelf.drop(sent); } }
  } catch (_) { /* no session storage, no tidying */ }
  shelf.keys().forEach(function (key) { var draft = shelf.get(key); if (!draft || Date.now() - draft.at > FORTNIGHT) { shelf.drop(key); } });
  every("form[data-draft]", keep_drafts);
  every("form[data-sign-out]", function (form) {
    form.addEventListener("submit", function () { if (window.caches) { caches.delete("lianluo-pages"); } });
  });

  // A form that waited for the network gets a fresh token from the server before it goes.
  window.addEventListener("online", function () {
    announce(word("online"));
    every("form[data-waiting]", function (form) {
      form.removeAttribute("data-waiting");
      fetch(location.href, { credentials: "same-origin" }).then(function (answer) { return answer.text(); }).then(function (text) {
        var fresh = new DOMParser().parseFromString(text, "text/html").querySelector("input[name=csrf]"), mine = form.querySelector("input[name=csrf]");
        if (fresh && mine) { mine.value = fresh.value; }
        send(form, form.sent_by);
      }).catch(function () { form.setAttribute("data-waiting", ""); });
    });
  });

  // --- leaving with unsent input: drafts are kept anyway, other forms warn
  every("form[method=post]:not([data-draft])", function (form) { if (form.querySelector("[type=password]")) { return; } form.addEventListener("input", function () { changed = true; }); });
  window.addEventListener("beforeunload", function (event) { if (changed && !sending) { event.preventDefault(); event.returnValue = ""; } });

  function send(form, by) { if (!form.requestSubmit) { form.submit(); } else if (by && by.form === form && by.type === "submit") { form.requestSubmit(by); } else { form.requestSubmit(); } }

  // --- one click, one submission; and a question first where the button or form carries data-confirm
  var asked = null;
  document.addEventListener("submit", function (event) {
    var form = event.target, by = event.submitter || document.activeElement, text;
    if (event.defaultPrevented || form.method !== "post") { return; }
    text = (by && form_of(by) === form && by.getAttribute("data-confirm")) || form.getAttribute("data-confirm");
    if (text && asked !== form && ask && ask.showModal) {
      event.preventDefault();
      document.getElementById("ask-words").textContent = text; ask.returnValue = "";
      ask.onclose = function () {
        if (by && by.focus) { by.focus(); }
        if (ask.returnValue === "yes") { asked = form; send(form, by); }
      };
      ask.showModal(); return;
    }
    asked = null;
    if (form.hasAttribute("aria-busy")) { event.preventDefault(); return; }
    sending = true; form.setAttribute("aria-busy", "true");
    if (form.hasAttribute("data-draft")) { try { sessionStorage.setItem("sent", key_of(form)); } catch (_) { /* the draft will be offered once more */ } }
    // The page may stay, when a file comes back, or return from the browser's memory.
    function again() { sending = false; form.removeAttribute("aria-busy"); }
    window.addEventListener("pageshow", again); setTimeout(again, 8000);
  });

  // --- a part of the page that keeps itself fresh: a running job's <div id="job" data-refresh="2">, until the mark is gone
  function part(url, id) {
    var old = document.getElementById(id);
    if (!old) { return; }
    old.setAttribute("aria-busy", "true");
    fetch(url, { headers: { "X-Fragment": id }, credentials: "same-origin" }).then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer); }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, "text/html").getElementById(id);
      if (!fresh) { location.assign(url); return; }
      var held = old.contains(document.activeElement) && document.activeElement.id;
      old.parentNode.replaceChild(document.importNode(fresh, true), old);
      if (held && document.getElementById(held)) { document.getElementById(held).focus(); }
    }).catch(function () { old.removeAttribute("aria-busy"); });
  }
  every("[data-refresh]", function (element) {
    setInterval(function () { var now = document.getElementById(element.id); if (!document.hidden && now && now.hasAttribute("data-refresh")) { part(location.href, element.id); } }, element.getAttribute("data-refresh") * 1000);
  });

  // --- what is like the title being typed: <div id="similar" data-similar="/suggestions/similar">
  every("[data-similar]", function (place) {
    var url = place.getAttribute("data-similar"), title = document.getElementById("f-title"), body = document.getElementById("f-body"), timer, last = "";
    if (!title) { return; }
    title.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () {
        var typed = title.value.trim();
        if (typed === last || typed.length < 4) { return; }
        last = typed;
        part(url + (url.indexOf("?") < 0 ? "?" : "&") + "title=" + encodeURIComponent(typed) + "&body=" + encodeURIComponent(body ? body.value.slice(0, 200) : ""), place.id);
      }, 500);
    });
  });

  // --- ticking all rows of a page, and saying how many are ticked
  function tick_all(label) {
    var name = label.getAttribute("data-all"), all = label.querySelector("input"), form = form_of(all), said = form && form.querySelector("[data-chosen]");
    function boxes() { return Array.prototype.filter.call(form.elements, function (box) { return box.type === "checkbox" && box.name === name; }); }
    function tell() { var n = boxes().filter(function (box) { return box.checked; }).length; if (said) { said.textContent = said.getAttribute("data-words").replace("#", n); } all.checked = n > 0 && n === boxes().length; }
    if (!form) { return; } else { label.hidden = false; }
    all.addEventListener("change", function () { boxes().forEach(function (box) { box.checked = all.checked; }); tell(); });
    form.addEventListener("change", function (event) { if (event.target.name === name) { tell(); } });
    tell();
  }
  every("[data-all]", tick_all);

  // --- live search: <form data-get> fetches its list while one types and swaps all that follows the form in its parent
  every("form[data-get]", function (form) {
    var timer, last, composing = false;
    function swap(text) {
      var fresh = new DOMParser().parseFromString(text, "text/html").querySelector("form[data-get]"), next;
      if (!fresh) { location.assign(last); return; }
      while (form.nextSibling) { form.parentNode.removeChild(form.nextSibling); }
      while ((next = fresh.nextSibling)) { form.parentNode.appendChild(document.importNode(next, true)); next.parentNode.removeChild(next); }
      every("[data-all]", tick_all, form.parentNode);
      history.replaceState(null, "", last); announce(word("updated"));
    }
    function go() {
      var pairs = Array.prototype.filter.call(form.elements, function (field) { return field.name && field.value && (field.type !== "checkbox" || field.checked); }).map(function (field) { return encodeURIComponent(field.name) + "=" + encodeURIComponent(field.value); });
      var url = last = form.getAttribute("action") + "?" + pairs.join("&");
      form.setAttribute("aria-busy", "true");
      fetch(url, { headers: { "X-Fragment": "list" }, credentials: "same-origin" }).then(function (answer) { return answer.ok ? answer.text() : ""; }).then(function (text) { if (url === last) { swap(text); } }).catch(function () { /* the button still works */ }).then(function () { form.removeAttribute("aria-busy"); });
    }
    function soon() { clearTimeout(timer); if (!composing) { timer = setTimeout(go, 350); } }
    // While a Chinese word is being composed the field holds letters, not words: wait for its end.
    form.addEventListener("compositionstart", function () { composing = true; });
    form.addEventListener("compositionend", function () { composing = false; soon(); });
    form.addEventListener("input", soon);
  });
  // --- small services
  every("[data-print]", function (one) { one.hidden = false; one.addEventListener("click", function () { window.print(); }); });
  every("[data-back]", function (one) { if (history.length > 1) { one.hidden = false; one.addEventListener("click", function () { history.back(); }); } });
  every("[data-focus]", function (one) { one.focus(); });
  every(".summary a", function (link) {
    // A sentence in the summary names its field, for those who hear the links read one after another.
    var field = document.getElementById(link.getAttribute("href").slice(1)), set = field && field.closest("fieldset"), label = field && (set ? set.querySelector("legend") : document.querySelector('label[for="' + field.id + '"]'));
    if (label && !/^[^，。]{1,20}(：|: )/.test(link.textContent)) { link.textContent = label.firstChild.textContent.trim() + (document.documentElement.lang === "en" ? ": " : "：") + link.textContent; }
  });
  every(".menu", function (menu) { menu.addEventListener("keydown", function (event) { if (event.key === "Escape") { menu.open = false; menu.querySelector("summary").focus(); } }); });
  if (navigator.serviceWorker && window.isSecureContext) { navigator.serviceWorker.register("/worker.js").catch(function () { /* offline reading is a kindness, not a need */ }); }
}());
