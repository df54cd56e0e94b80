// The secret ballot: what is looked at afterwards, the receipt of the board and the public archive (docs/designs/2026-11-23-secret-ballot.md).
(function (booth) {
  "use strict";
  const BLOCK = 512;

  function backwards(bytes) { return booth.hex(bytes.slice().reverse()); }

  // Whether an Ed25519 signature (RFC 8032) is of this text by this key.
  async function signed(key, text, signature) {
    const by = booth.curve.point(backwards(key)), first = signature.slice(0, 32), point = booth.curve.point(backwards(first));
    const times = BigInt("0x" + (backwards(signature.slice(32)) || "0"));
    if (!by || !point || signature.length !== 64 || times >= booth.curve.order) { return false; }
    const asked = BigInt("0x" + backwards(await booth.sha("SHA-512", booth.join(first, key, booth.utf8(text)))));
    return booth.curve.same(booth.curve.base(times), booth.curve.add(point, booth.curve.multiple(booth.curve.of(asked), by)));
  }

  // Whether a receipt is the board's promise to keep this ballot.
  async function receipt(board, vote, given) {
    const text = [vote, "receipt", given.tracker, given.height, given.event].join("|");
    return signed(booth.unhex(board), text, booth.unbase64(given.receipt));
  }

  function field(bytes, from, length) { return String.fromCharCode.apply(null, bytes.slice(from, from + length)).replace(/\0[^]*$/, ""); }

  // The events of an archive in their order. Every piece must be what its name says, every event must follow the one before.
  async function walk(bytes) {
    const events = [], pieces = {};
    let parent;
    for (let at = 0; at < bytes.length;) {
      const name = field(bytes, at, 100), size = parseInt(field(bytes, at + 124, 12), 8), body = bytes.slice(at + BLOCK, at + BLOCK + size);
      const [mark, kind] = [name.slice(0, 64), name.slice(64)];
      if (!(size >= 0) || body.length !== size) { throw new Error("cut"); }
      if (kind && mark !== booth.hex(await booth.hash(body))) { throw new Error("name"); }
      if (kind === ".data.json") { pieces[mark] = true; }
      if (kind === ".event.json") {
        const event = JSON.parse(new TextDecoder().decode(body));
        if (event.parent !== parent || event.height !== events.length || (event.payload && !pieces[event.payload])) { throw new Error("chain"); }
        events.push({ hash: mark, type: event.type, payload: event.payload });
        parent = mark;
      }
      at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    }
    if (!events.length || events[0].type !== "Setup") { throw new Error("cut"); }
    return { events, setup: events[0].hash, head: parent };
  }

  // At which place among the ballots this one stands, from 1; 0 where it does not. The receipt of the same device must fit, where there is one.
  function place(archive, tracker, receipt) {
    const payload = booth.hex(booth.unbase64(tracker + "=")), ballots = archive.events.filter(function (event) { return event.type === "Ballot"; });
    const own = receipt && archive.events[receipt.height];
    if (receipt && !(own && own.hash === receipt.event && own.payload === payload)) { return 0; }
    return ballots.findIndex(function (event) { return event.payload === payload; }) + 1;
  }

  Object.assign(booth, { signed, receipt, walk, place });
})(window.booth);
