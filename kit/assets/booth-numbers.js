// The secret ballot: bytes, large numbers, chance and hashes. Large numbers of a browser do not take the same time whatever they
// are: docs/designs/2026-11-23-secret-ballot.md says what follows from that. Phones that do not know them stop reading here, and the page
// says what serves instead.
(function (booth) {
  "use strict";
  const text = new TextEncoder();

  function hex(bytes) { return Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, "0"); }).join(""); }

  function unhex(word) {
    if (typeof word !== "string" || word.length % 2 || !/^[0-9a-f]*$/.test(word)) { throw new Error("no hexadecimal"); }
    const bytes = new Uint8Array(word.length / 2);
    for (let at = 0; at < bytes.length; at += 1) { bytes[at] = parseInt(word.substr(2 * at, 2), 16); }
    return bytes;
  }

  function base64(bytes) { return btoa(String.fromCharCode.apply(null, bytes)); }

  function unbase64(word) { return Uint8Array.from(atob(word), function (letter) { return letter.charCodeAt(0); }); }

  // The first byte is the highest.
  function number(bytes) { return bytes.length ? BigInt("0x" + hex(bytes)) : 0n; }

  function bytes(number, length) { return unhex(number.toString(16).padStart(2 * length, "0")); }

  function join() {
    const parts = Array.prototype.slice.call(arguments), all = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0));
    let at = 0;
    parts.forEach(function (part) { all.set(part, at); at += part.length; });
    return all;
  }

  function same(one, other) { return one.length === other.length && one.every(function (byte, at) { return byte === other[at]; }); }

  // The rest that is never below zero.
  function rest(number, of) { const left = number % of; return left < 0n ? left + of : left; }

  function power(number, times, of) {
    let out = 1n, square = rest(number, of);
    for (let left = times; left > 0n; left >>= 1n) {
      if (left & 1n) { out = out * square % of; }
      square = square * square % of;
    }
    return out;
  }

  // The inverse, by Euclid; undefined where there is none.
  function inverse(number, of) {
    let [one, other, keep, next] = [rest(number, of), of, 1n, 0n];
    while (other) {
      const times = one / other;
      [one, other, keep, next] = [other, one - times * other, next, keep - times * next];
    }
    return one === 1n ? rest(keep, of) : undefined;
  }

  function chance(length) { return crypto.getRandomValues(new Uint8Array(length)); }

  // A number below, none likelier than another: 128 bits more are drawn than are kept.
  function below(most) { return number(chance((most.toString(16).length >> 1) + 17)) % most; }

  async function sha(name, bytes) { return new Uint8Array(await crypto.subtle.digest(name, bytes)); }

  async function hash(of) { return sha("SHA-256", typeof of === "string" ? text.encode(of) : of); }

  // How ballots and elections are named: without padding.
  async function mark(of) { return base64(await hash(of)).replace(/=+$/, ""); }

  async function digest(of) { return hex(await hash(of)); }

  booth.able = function () { return typeof BigInt === "function" && !!(window.crypto && crypto.subtle && crypto.getRandomValues && window.indexedDB); };
  Object.assign(booth, { hex, unhex, base64, unbase64, number, bytes, join, same, rest, power, inverse, chance, below, sha, hash, mark, digest, utf8: function (word) { return text.encode(word); } });
})(window.booth = window.booth || {});
