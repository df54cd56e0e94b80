// Forms that are filled in again and again where there is no network (<form data-row>) wait in a row on this device, each with a mark of
// its own, and go one after the other when the network returns. Without this file one form waits at a time. Old syntax: for old phones.
(function () {
  "use strict";
  var form = document.querySelector("form[data-row]"), words = document.getElementById("words"), say = document.getElementById("say");
  if (!form) { return; }
  var whose = ((words && words.getAttribute("data-who")) || "") + ":" + form.getAttribute("data-draft");
  var busy = false, touched = false, box = document.createElement("div");
  box.className = "note"; box.hidden = true; box.setAttribute("role", "status"); form.parentNode.insertBefore(box, form);

  function row() { try { return JSON.parse(localStorage.getItem("row:" + whose)) || []; } catch (_) { return []; } }
  function keep(all) {
    try { if (all.length) { localStorage.setItem("row:" + whose, JSON.stringify(all)); } else { localStorage.removeItem("row:" + whose); } return true; } catch (_) { return false; }
  }
  function word(name, value) { return (form.getAttribute("data-row" + name) || "").replace("#", value); }
  function mark() { return form.querySelector("input[name=once]"); }
  function fields() { return Array.prototype.filter.call(form.elements, function (field) { return field.name && field.type !== "submit" && field.name !== "csrf" && field.name !== "once"; }); }
  function boxed(field) { return field.type === "checkbox" || field.type === "radio"; }
  function read() { return fields().filter(function (field) { return !boxed(field) || field.checked; }).map(function (field) { return [field.name, field.value]; }); }
  function line(text) { var p = document.createElement("p"); p.textContent = text; box.appendChild(p); return p; }

  function show(done) {
    var all = row(), refused = all.filter(function (one) { return one.refused; }), waiting = all.length - refused.length;
    box.hidden = !all.length && !done; box.textContent = "";
    if (done) { line(word("-done", done)); }
    if (waiting) { line(word("", waiting)); }
    refused.forEach(function (one) {
      var p = line(word("-refused", one.at) + " "), button = document.createElement("button");
      button.type = "button"; button.className = "button plain"; button.textContent = word("-mend");
      button.addEventListener("click", function () { mend(one); }); p.appendChild(button);
    });
    if (say && !box.hidden) { say.textContent = box.textContent; }
  }
  function without(once) { keep(row().filter(function (one) { return one.once !== once; })); }

  // What was refused comes back into the form, and is a draft again before it leaves the row.
  function mend(one) {
    if (touched) { line(word("-first")); return; }
    fields().forEach(function (field) {
      var same = one.values.filter(function (pair) { return pair[0] === field.name && (!boxed(field) || pair[1] === field.value); });
      if (boxed(field)) { field.checked = same.length > 0; } else { field.value = same.length ? same[0][1] : ""; }
    });
    mark().value = one.once; touched = true; form.dispatchEvent(new Event("change", { bubbles: true }));
    without(one.once); show(); form.scrollIntoView();
  }

  function body(one, csrf) {
    var pairs = one.values.concat([["once", one.once], ["csrf", csrf]]);
    return pairs.map(function (pair) { return encodeURIComponent(pair[0]) + "=" + encodeURIComponent(pair[1]); }).join("&");
  }
  function next(sent) {
    var all = row().filter(function (one) { return !one.refused; }), one = all[0];
    if (busy || !one || navigator.onLine === false) { show(sent); return; }
    busy = true;
    fetch(location.pathname, { credentials: "same-origin" }).then(function (answer) { return answer.text(); }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, "text/html").querySelector("form[data-row] input[name=csrf]");
      if (!fresh) { throw new Error("signed out"); }
      return fetch(form.action, { method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: body(one, fresh.value) });
    }).then(function (answer) { return answer.text().then(function (text) {
      busy = false;
      if (answer.ok && answer.redirected && text.indexOf("data-done") > 0) { without(one.once); next((sent || 0) + 1); return; }
      if (answer.status === 422) { keep(row().map(function (kept) { if (kept.once === one.once) { kept.refused = true; } return kept; })); next(sent); return; }
      show(sent);
    }); }).catch(function () { busy = false; show(sent); });
  }

  form.addEventListener("input", function () { touched = true; });
  // Before anybody else hears of it: what goes into the row is sent by nobody else.
  document.addEventListener("submit", function (event) {
    var all = row();
    if (event.target !== form || navigator.onLine !== false || !mark()) { return; }
    all.push({ values: read(), once: mark().value, at: new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }) });
    if (!keep(all)) { return; }
    event.preventDefault(); event.stopPropagation();
    form.reset(); touched = false; mark().value = Date.now().toString(36) + Math.random().toString(36).slice(2) + Math.random().toString(36).slice(2);
    try { localStorage.removeItem("draft:" + whose); } catch (_) { /* it is offered once more */ }
    show(); box.scrollIntoView();
  }, true);
  window.addEventListener("online", function () { next(); });
  if (row().length) { next(); }
}());
