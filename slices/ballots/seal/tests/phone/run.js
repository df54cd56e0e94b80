// Runs the scripts of the voter's phone outside a browser: tasks come in as JSON, one a line, and are answered one a line.
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");

// What these scripts ask of a browser.
globalThis.window = globalThis;
if (!globalThis.crypto) { globalThis.crypto = require("crypto").webcrypto; }
globalThis.indexedDB = {};
const assets = path.join(__dirname, "../../../../../kit/assets");
for (const name of ["numbers", "curve", "seal", "token", "archive"]) {
  const file = path.join(assets, "booth-" + name + ".js");
  vm.runInThisContext(fs.readFileSync(file, "utf8"), file);
}

const booth = globalThis.booth, of = BigInt;
const tasks = {
  able: async function () { return booth.able(); },
  credential: async function () { return booth.credential(); },
  point: async function (task) { const point = booth.curve.point(task.word); return point ? booth.curve.shown([point])[0] : null; },
  multiple: async function (task) { return booth.curve.shown([booth.curve.base(of(task.times))])[0]; },
  setup: async function (task) { return booth.setup(task.texts); },
  held: async function (task) { return booth.held(task.election, task.trustees); },
  // `anyhow` is a phone that does not look whether its choices are allowed.
  seal: async function (task) {
    const election = await booth.election(task.election);
    return (task.anyhow ? booth.seal_anything : booth.seal)(election, of(task.secret), task.choices);
  },
  blind: async function (task) {
    const key = booth.token.key(booth.unhex(task.n), booth.unhex(task.e)), message = booth.unhex(task.message);
    const kept = await booth.token.blind(key, message, task.salt && booth.unhex(task.salt), task.inverse && booth.inverse(of("0x" + task.inverse), key.n));
    return { blinded: booth.hex(kept.blinded), inverse: kept.inverse.toString(), hidden: kept.hidden.toString() };
  },
  finalize: async function (task) {
    const key = booth.token.key(booth.unhex(task.n), booth.unhex(task.e));
    return booth.hex(booth.token.finalize(key, { inverse: of(task.inverse), hidden: of(task.hidden) }, booth.unhex(task.signed)));
  },
  // As anybody checks it: the browser's own RSASSA-PSS, which is none of ours.
  verify: async function (task) {
    const part = function (word) { return Buffer.from(word, "hex").toString("base64url"); }, how = { name: "RSA-PSS", hash: "SHA-384" };
    const key = await crypto.subtle.importKey("jwk", { kty: "RSA", n: part(task.n), e: part(task.e) }, how, true, ["verify"]);
    const spki = new Uint8Array(await crypto.subtle.exportKey("spki", key));
    return booth.token.verify(spki, booth.unhex(task.message), booth.unhex(task.signature));
  },
  // Whether the phone takes a key as the one of a vote.
  key: async function (task) {
    const how = { name: "RSA-PSS", modulusLength: task.bits, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-384" };
    const pair = await crypto.subtle.generateKey(how, true, ["sign", "verify"]);
    return (await booth.token.read(new Uint8Array(await crypto.subtle.exportKey("spki", pair.publicKey)))).bits;
  },
  signed: async function (task) { return booth.signed(booth.unhex(task.key), task.text, booth.unhex(task.signature)); },
  find: async function (task) {
    const archive = await booth.walk(booth.unbase64(task.archive));
    return { setup: archive.setup, head: archive.head, places: task.trackers.map(function (tracker) { return booth.place(archive, tracker, task.receipt); }) };
  }
};

async function main() {
  for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const task = JSON.parse(line);
    let answer;
    try { answer = { ok: await tasks[task.do](task) }; } catch (problem) { answer = { refused: problem.message }; }
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
}
main();
