// The secret ballot: the way of a phone through a vote, step by step, over two lines: one where the voter is signed in, and one to the booth,
// where nobody is named. docs/designs/2026-11-23-secret-ballot-hall.md has every message.
(function (booth) {
  "use strict";

  const PATIENCE = 15000, LONG = 120000;

  // What was answered, as `json`, `text` or `arrayBuffer`, or an error with its status; 0 where nobody answered in time.
  async function asked(address, how, kind) {
    const stop = new AbortController(), timer = setTimeout(function () { stop.abort(); }, kind === "arrayBuffer" ? LONG : PATIENCE);
    let answer;
    try {
      answer = await fetch(address, Object.assign(how, { signal: stop.signal }));
      if (answer.ok) { return await answer[kind](); }
    } catch (_) {
      throw Object.assign(new Error("network"), { status: 0 });
    } finally { clearTimeout(timer); }
    throw Object.assign(new Error("status " + answer.status), { status: answer.status });
  }

  // `place` says where: round, booth, csrf, who, and how long registering may be put off.
  function way(place) {
    const named = "/api/ballot-rounds/" + place.round + "/hall";
    const me = place.round + "|" + place.who;

    async function told(path, body) {
      const how = { credentials: "same-origin", cache: "no-store", headers: { Accept: "application/json" } };
      if (body) {
        how.method = "POST";
        how.headers["Content-Type"] = "application/json";
        how.headers["X-CSRF-Token"] = place.csrf;
        how.body = JSON.stringify(body);
      }
      return asked(named + path, how, "json");
    }

    // Without cookie, without referrer, and of a kind that needs no question beforehand.
    function unnamed(vote, path, kind, body) {
      const how = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", mode: "cors" };
      if (body !== undefined) { how.method = "POST"; how.headers = { "Content-Type": "text/plain" }; how.body = body; }
      return asked(place.booth.replace(/\/$/, "") + "/votes/" + vote + path, how, kind);
    }

    function kept(vote) { return booth.keep.read("votes", me + "|" + vote); }
    function keep(vote, fields) { return booth.keep.more("votes", me + "|" + vote, fields); }

    async function enrol() {
      const device = await booth.new_device(me);
      return told("/device", { key: device.key });
    }

    // A credential of its own with its blinded half, drawn once and kept before anything is sent.
    async function drawn(hall) {
      const der = booth.unbase64(hall.rsa_key), key = await booth.token.read(der);
      if (await booth.digest(der) !== hall.rsa_hash) { throw Object.assign(new Error("key"), { wrong: true }); }
      const credential = booth.credential(), message = booth.utf8("ballot-token|" + hall.vote + "|" + credential.shown);
      const blind = await booth.token.blind(key, message);
      const fresh = { secret: credential.secret, credential: credential.shown, rsa: hall.rsa_hash, blinded: booth.base64(blind.blinded), inverse: blind.inverse.toString(), hidden: blind.hidden.toString() };
      return booth.keep.fresh("votes", me + "|" + hall.vote, fresh);
    }

    // 领票: the blinded half is signed by name. What comes back is unblinded here, and nobody can tell afterwards for whom it was signed.
    async function collect(hall, device) {
      let own = await kept(hall.vote) || await drawn(hall);
      if (own.token) { return own; }
      const key = await booth.token.read(booth.unbase64(hall.rsa_key));
      if (own.rsa !== hall.rsa_hash) { throw Object.assign(new Error("key"), { wrong: true }); }
      const signature = own.signature || await device.sign([hall.vote, "collect", own.blinded].join("|"));
      own = await keep(hall.vote, { signature });
      const answer = await told("/collect", { blinded: own.blinded, signature: own.signature });
      const token = booth.token.finalize(key, { inverse: BigInt(own.inverse), hidden: BigInt(own.hidden) }, booth.unbase64(answer.signed));
      return keep(hall.vote, { token: booth.base64(token), due: later(hall), inverse: undefined, hidden: undefined });
    }

    // Any moment of the window, none likelier than another: when one registers must not tell when one collected.
    function later(hall) { return Date.now() + Number(booth.below(BigInt(Math.max(1, Math.round(hall.window * 1000))))); }

    async function register(hall, own) {
      const answer = await unnamed(hall.vote, "/register", "json", JSON.stringify({ credential: own.credential, token: own.token }));
      return keep(hall.vote, { run: answer.run });
    }

    // A booth that began anew knows nobody: register again, after a delay of its own.
    function again(hall) { return keep(hall.vote, { run: undefined, due: later(hall) }); }

    function status(vote) { return unnamed(vote, "", "json"); }

    // The list as it was frozen, with its hash computed here.
    async function frozen(vote) {
      const texts = await Promise.all(["/election", "/trustees", "/credentials"].map(function (path) { return unnamed(vote, path, "text"); }));
      const election = await booth.election(texts[0]);
      if (!election || election.uuid !== vote || !await booth.held(texts[0], texts[1])) { throw Object.assign(new Error("election"), { wrong: true }); }
      return { setup: await booth.setup(texts), election, credentials: JSON.parse(texts[2]) };
    }

    // 核对: that one's own credential is in the list with this hash, signed by name. That it is, says nothing of which one it is.
    async function confirm(hall, device, list) {
      const own = await kept(hall.vote);
      if (!own || list.credentials.indexOf(own.credential) < 0) { throw Object.assign(new Error("missing"), { wrong: true }); }
      const signature = await device.sign([hall.vote, "confirm", list.setup].join("|"));
      await told("/confirm", { setup: list.setup, signature });
      return keep(hall.vote, { setup: list.setup });
    }

    // Seals once and keeps the ballot alone: what it was sealed with is gone before it is sent.
    async function seal(vote, list, choices) {
      const own = await kept(vote), sealed = await booth.seal(list.election, BigInt(own.secret), choices);
      return keep(vote, { ballot: sealed.text, tracker: sealed.tracker, secret: undefined, token: undefined, blinded: undefined, signature: undefined });
    }

    // Seals on trial: what is shown can be checked anywhere, and is never sent.
    async function trial(vote, list, choices) {
      const own = await kept(vote), sealed = await booth.seal(list.election, BigInt(own.secret), choices);
      return JSON.stringify({ ballot: JSON.parse(sealed.text), chances: sealed.chances, choices });
    }

    // Sends the same ballot until the board has signed for it.
    async function cast(hall, own) {
      const answer = await unnamed(hall.vote, "/ballots", "json", own.ballot);
      if (answer.tracker !== own.tracker || !await booth.receipt(hall.board_key, hall.vote, answer)) { throw Object.assign(new Error("receipt"), { wrong: true }); }
      return keep(hall.vote, { receipt: { tracker: answer.tracker, height: answer.height, event: answer.event, receipt: answer.receipt }, ballot: undefined, credential: undefined });
    }

    // Whether the ballot of this receipt stands in the archive under the setup that was confirmed.
    async function found(vote, own) {
      const archive = await booth.walk(new Uint8Array(await unnamed(vote, "/archive", "arrayBuffer")));
      return { head: archive.head, place: archive.setup === own.setup ? booth.place(archive, own.tracker, own.receipt) : 0 };
    }

    return { hall: function () { return told(""); }, device: function () { return booth.device(me); }, kept, enrol, collect, register, again, status, frozen, confirm, seal, trial, cast, found };
  }

  booth.way = way;
})(window.booth);
