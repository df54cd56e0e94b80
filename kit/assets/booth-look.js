// The secret ballot: anybody looks for a ballot in the public archive, by its number. The number is sent nowhere: the archive comes here.
(function (booth) {
  "use strict";
  const root = document.getElementById("look");
  if (!root || !booth || !booth.walk || !(window.crypto && crypto.subtle)) { return; }

  function tell(name) { root.querySelectorAll("[data-found]").forEach(function (one) { one.hidden = one.dataset.found !== name; }); }
  function fill(name, value) { root.querySelector('[data-fill="' + name + '"]').textContent = value; }

  async function look() {
    const tracker = root.querySelector("input").value.replace(/[\s=]/g, "");
    if (!/^[A-Za-z0-9+/]{43}$/.test(tracker)) { return tell("form"); }
    try {
      const archive = await booth.walk(new Uint8Array(await (await fetch(root.dataset.archive, { cache: "no-store" })).arrayBuffer())), place = booth.place(archive, tracker);
      fill("place", place);
      fill("head", archive.head.replace(/(.{8})(?=.)/g, "$1 "));
      return tell(place ? "yes" : "no");
    } catch (_) { return tell("broken"); }
  }

  root.querySelector("[data-able]").hidden = false;
  root.querySelector("button").addEventListener("click", look);
})(window.booth);
