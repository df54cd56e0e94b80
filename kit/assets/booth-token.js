// The secret ballot: blind signatures, RFC 9474, RSABSSA-SHA384-PSS-Deterministic: what is signed bears a key drawn on this
// device, so it is prepared as it stands. The signer signs without seeing what; whoever is shown it later cannot tell for whom.
(function (booth) {
  "use strict";
  const LENGTH = 48, ZEROS = new Uint8Array(8);

  // A key by its modulus and exponent, its first byte the highest.
  function key(modulus, exponent) {
    const n = booth.number(modulus), e = booth.number(exponent), bits = n.toString(2).length;
    return { n, e, bits, length: Math.ceil(bits / 8) };
  }

  // A key as it is published (SubjectPublicKeyInfo): 3,072 bits and the usual exponent, so that no other kind can single a phone out.
  async function read(spki) {
    const how = { name: "RSA-PSS", hash: "SHA-384" }, parts = await crypto.subtle.exportKey("jwk", await crypto.subtle.importKey("spki", spki, how, true, ["verify"]));
    const [n, e] = [parts.n, parts.e].map(function (part) { return booth.unbase64(part.replace(/-/g, "+").replace(/_/g, "/")); });
    const one = key(n, e);
    if (one.bits !== 3072 || one.e !== 65537n) { throw Object.assign(new Error("key"), { wrong: true }); }
    return one;
  }

  async function mask(seed, length) {
    let out = new Uint8Array(0);
    for (let at = 0; out.length < length; at += 1) { out = booth.join(out, await booth.sha("SHA-384", booth.join(seed, booth.bytes(BigInt(at), 4)))); }
    return out.slice(0, length);
  }

  // EMSA-PSS-ENCODE (RFC 8017, 9.1.1).
  async function encoded(message, bits, salt) {
    const length = Math.ceil(bits / 8), hash = await booth.sha("SHA-384", message);
    const own = await booth.sha("SHA-384", booth.join(ZEROS, hash, salt));
    const data = booth.join(new Uint8Array(length - LENGTH - salt.length - 2), Uint8Array.of(1), salt), over = await mask(own, data.length);
    const masked = data.map(function (byte, at) { return byte ^ over[at]; });
    masked[0] &= 255 >> 8 * length - bits;
    return booth.join(masked, own, Uint8Array.of(188));
  }

  // Blinds a message; what has to be kept until the answer comes stands beside it. Salt and blind are drawn unless a test hands them in.
  async function blind(key, message, salt, by) {
    const hidden = booth.number(await encoded(message, key.bits - 1, salt || booth.chance(LENGTH)));
    let inverse = by && booth.inverse(by, key.n), factor = by;
    while (inverse === undefined) { factor = booth.below(key.n); inverse = booth.inverse(factor, key.n); }
    if (booth.inverse(hidden, key.n) === undefined) { throw new Error("a message that would break the key"); }
    const blinded = hidden * booth.power(factor, key.e, key.n) % key.n;
    return { blinded: booth.bytes(blinded, key.length), inverse, hidden };
  }

  // Takes the blind off the signature, and holds it to the key.
  function finalize(key, kept, signed) {
    const answer = booth.number(signed), signature = answer * kept.inverse % key.n;
    if (signed.length !== key.length || answer >= key.n || booth.power(signature, key.e, key.n) !== kept.hidden) { throw new Error("not signed with this key"); }
    return booth.bytes(signature, key.length);
  }

  // Whether a signature is the key's, as anybody checks it: plain RSASSA-PSS.
  async function verify(spki, message, signature) {
    const how = { name: "RSA-PSS", hash: "SHA-384" }, key = await crypto.subtle.importKey("spki", spki, how, false, ["verify"]);
    return crypto.subtle.verify({ name: "RSA-PSS", saltLength: LENGTH }, key, signature, message);
  }

  booth.token = { key, read, blind, finalize, verify };
})(window.booth);
