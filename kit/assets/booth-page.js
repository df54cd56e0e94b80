// The secret ballot: the page of the voter's phone. Its words stand in the page, one section for each state; this shows the one that is due.
(function (booth) {
  "use strict";
  const root = document.getElementById("booth");
  if (!root || !booth || !booth.way || !booth.able()) { return; }
  const way = booth.way({ round: root.dataset.round, booth: root.dataset.booth, csrf: root.dataset.csrf, who: root.dataset.who });
  const words = document.getElementById("booth-words").dataset, scanned = {}, accepted = {};
  let hall, seen = 0, list, picked, shown, looked, wake, turn = Promise.resolve();

  function every(selector, act) { root.querySelectorAll(selector).forEach(act); }
  function fill(name, value) { every('[data-fill="' + name + '"]', function (place) { if (place.textContent !== String(value)) { place.textContent = value; } }); }
  function note(name) { every("[data-note]", function (one) { one.hidden = one.dataset.note !== name; }); }
  function limits(broken) { root.querySelector("[data-limits]").hidden = !broken; }
  function parted(hash) { return hash.replace(/(.{8})(?=.)/g, "$1 "); }

  // The state shown before gives way; whoever hears the page instead of seeing it is taken to the new heading.
  function show(name) {
    if (name === shown) { return; }
    every("[data-state]", function (section) { section.hidden = section.dataset.state !== name; });
    const heading = shown && root.querySelector('[data-state="' + name + '"] h2');
    if (heading) { heading.tabIndex = -1; heading.focus(); }
    shown = name;
  }

  function wrong(why) {
    const known = root.querySelector('[data-why="' + why + '"]') ? why : "other";
    every("[data-why]", function (one) { one.hidden = one.dataset.why !== known; });
    show("wrong");
  }

  // What the hall's screen showed, by its code: #rsa=… or #setup=… is never sent anywhere.
  function scan() {
    const read = /^#(rsa|setup)=([0-9a-f]{64})$/.exec(location.hash);
    if (read) { scanned[read[1]] = read[2]; }
  }

  // Whether a hash is the one on the screen: scanned from there, or compared by eye and said to be the same.
  function agreed(kind, hash) {
    if (scanned[kind] ? scanned[kind] === hash : accepted[kind] === hash) { return true; }
    fill(kind, parted(hash));
    if (scanned[kind]) { wrong("screen"); } else { show("compare-" + kind); }
    return false;
  }

  // --- the steps, one for each stage

  function presence(device) {
    const me = hall.me, mine = device && me && me.key_hash === device.hash;
    if (!mine) { return show("enrol"); }
    fill("device", parted(device.hash));
    const code = root.querySelector("[data-code]");
    if (code) { code.hidden = code.dataset.code !== device.hash; }
    return show(me.present ? "present" : "desk");
  }

  // Nothing where another ballot was issued in this name: what it was blinded with is not on this device.
  async function collected(device) {
    try { return await way.collect(hall, device); } catch (problem) {
      if (problem.status !== 409) { throw problem; }
      hall = await way.hall();
      if (hall.stage === "collect" && hall.me && hall.me.issued) { return undefined; }
      throw problem;
    }
  }

  async function collecting(device, own, status) {
    if (!own || !own.token) {
      if (!own && hall.me.issued) { return show("lost"); }
      if (!agreed("rsa", hall.rsa_hash)) { return undefined; }
      own = await collected(device);
      if (!own) { return show("lost"); }
    }
    if (own.run && own.run !== status.run) { own = await way.again(hall); }
    if (!own.run && (own.due <= Date.now() || status.stage === "freezing")) { own = await way.register(hall, own); }
    return show(status.stage === "freezing" ? "freezing" : own.run ? "registered" : "soon");
  }

  async function frozen(status) {
    if (!list || list.vote !== hall.vote) { list = Object.assign(await way.frozen(hall.vote), { vote: hall.vote }); }
    if (list.setup !== status.setup) { list = undefined; throw Object.assign(new Error("screen"), { wrong: true }); }
  }

  async function confirming(device, own, status) {
    await frozen(status);
    if (!own || (own.setup && own.setup !== list.setup)) { return wrong(own ? "screen" : "missing"); }
    if (!own.setup) {
      if (list.credentials.indexOf(own.credential) < 0) { return wrong("missing"); }
      if (!agreed("setup", list.setup)) { return undefined; }
      await way.confirm(hall, device, list);
    }
    fill("setup", parted(list.setup));
    return show("confirmed");
  }

  async function voting(own, status) {
    if (!own || !own.setup) { return show("stranger"); }
    if (own.ballot) { show("sending"); own = await way.cast(hall, own); }
    if (own.receipt) { fill("tracker", own.tracker); return show("receipt"); }
    await frozen(status);
    if (list.setup !== own.setup) { return wrong("screen"); }
    ask();
    return show(picked ? "sure" : "choose");
  }

  async function afterwards(own, status, asked) {
    fill("tracker", own && own.tracker ? own.tracker : "");
    every("[data-cast]", function (one) { one.hidden = !(own && own.receipt); });
    if (own && own.receipt && looked !== status.head && (asked || status.height <= 200)) {
      const found = await way.found(hall.vote, own);
      looked = status.head;
      fill("head", parted(found.head));
      fill("place", found.place);
      every("[data-found]", function (one) { one.hidden = one.dataset.found !== (found.place ? "yes" : "no"); });
    }
    return show("closed");
  }

  async function step(asked) {
    if (!hall || hall.stage === "setup" || Date.now() - seen > 20000) { hall = await way.hall(); seen = Date.now(); }
    const device = await way.device(), stage = hall.stage;
    fill("number", hall.me ? hall.me.number : "");
    if (stage === "void") { return show("void"); }
    if (stage === "setup") { return presence(device); }
    const mine = device && hall.me && hall.me.present && hall.me.key_hash === device.hash;
    if (!mine && stage !== "tally" && stage !== "done") { return show("stranger"); }
    const status = await way.status(hall.vote), own = await way.kept(hall.vote);
    if (status.stage !== stage) { seen = 0; }
    switch (status.stage) {
      case "collect": case "freezing": return collecting(device, own, status);
      case "confirm": return confirming(device, own, status);
      case "vote": return voting(own, status);
      case "tally": case "done": return afterwards(own, status, asked);
      default: return undefined;
    }
  }

  // --- the choices

  function made(kind, parent, set) { const one = Object.assign(document.createElement(kind), set); parent.appendChild(one); return one; }
  function single(question) { return !question.blank && question.min === 1 && question.max === 1; }
  function labels(question) { return (question.blank ? [words.blank] : []).concat(question.answers); }

  // Each question once, as a field of the form.
  function ask() {
    const place = root.querySelector("[data-questions]");
    if (place.dataset.of === hall.vote) { return; }
    place.textContent = "";
    place.dataset.of = hall.vote;
    list.election.questions.forEach(function (question, at) {
      const field = made("fieldset", place, { className: "field broad" }), hint = single(question) ? words.one : words.many;
      made("legend", field, { textContent: question.question });
      made("p", field, { className: "hint", textContent: hint.replace("#min", question.min).replace("#max", question.max) });
      const choices = made("div", field, { className: "choices" });
      labels(question).forEach(function (label, which) {
        const choice = made("label", choices, { className: "choice" });
        made("input", choice, { type: single(question) ? "radio" : "checkbox", name: "q" + at, value: String(which) });
        made("span", choice, { textContent: label });
      });
    });
  }

  function choices() {
    return list.election.questions.map(function (question, at) {
      return Array.from(root.querySelectorAll('[name="q' + at + '"]'), function (box) { return box.checked ? 1 : 0; });
    });
  }

  // What was chosen, once more in words.
  function tell() {
    const place = root.querySelector("[data-chosen]");
    place.textContent = "";
    list.election.questions.forEach(function (question, at) {
      const line = made("div", place, {}), chosen = labels(question).filter(function (_, which) { return picked[at][which] === 1; });
      made("dt", line, { textContent: question.question });
      made("dd", line, { textContent: chosen.join(words.and) || words.none });
    });
  }

  const acts = {
    enrol: async function () { await way.enrol(); location.reload(); },
    rsa: async function () { accepted.rsa = hall.rsa_hash; },
    setup: async function () { accepted.setup = list.setup; },
    choose: async function () {
      const now = choices(), fits = booth.fits(list.election.questions, now);
      limits(!fits);
      if (fits) { picked = now; tell(); }
    },
    back: async function () { picked = undefined; },
    trial: async function () { root.querySelector("[data-trial]").value = await way.trial(hall.vote, list, picked); },
    cast: async function () {
      if (!picked) { return; }
      show("sending");
      await way.seal(hall.vote, list, picked);
      picked = undefined;
      root.querySelector("[data-chosen]").textContent = root.querySelector("[data-questions]").textContent = root.querySelector("[data-trial]").value = "";
    },
    look: async function () { looked = undefined; await step(true); }
  };

  // --- one thing after the other, again and again

  function trouble(problem) {
    seen = 0;
    if (problem.wrong) { return wrong(problem.message); }
    if (problem.message === "storage") { return show("unable"); }
    return note(problem.status === 0 ? "offline" : problem.status === 409 || problem.status === 404 || problem.status === 503 ? "wait" : "trouble");
  }

  function in_turn(act) {
    turn = turn.then(act).then(function () { note(""); }).catch(trouble);
    return turn;
  }

  async function rounds() {
    for (;;) {
      await in_turn(function () { return step(false); });
      await new Promise(function (resolve) { wake = resolve; setTimeout(resolve, 3000 + Math.random() * 2000); });
    }
  }

  root.addEventListener("click", function (event) {
    const button = event.target.closest("[data-act]");
    if (!button) { return; }
    event.preventDefault();
    in_turn(acts[button.dataset.act]).then(function () { if (wake) { wake(); } });
  });
  window.addEventListener("hashchange", function () { scan(); if (wake) { wake(); } });
  scan();
  rounds();
})(window.booth);
