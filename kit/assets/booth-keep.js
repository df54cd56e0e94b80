// The secret ballot: what this device keeps (IndexedDB), and the device's own key. Secrets are kept until the ballot is sealed, and no longer.
(function (booth) {
  "use strict";
  const NAME = "lianluo-booth";

  function open() {
    return new Promise(function (resolve, reject) {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = function () { ["devices", "votes"].forEach(function (store) { asked.result.createObjectStore(store); }); };
      asked.onsuccess = function () { resolve(asked.result); };
      asked.onerror = asked.onblocked = function () { reject(new Error("storage")); };
    });
  }

  // Reads, changes and writes in one go, so that two pages of one device never keep two things. Resolves when it is written.
  async function change(store, key, act) {
    const base = await open();
    return new Promise(function (resolve, reject) {
      const all = base.transaction(store, "readwrite"), shelf = all.objectStore(store), asked = shelf.get(key);
      let kept;
      asked.onsuccess = function () {
        kept = act(asked.result);
        if (kept !== undefined && kept !== asked.result) { shelf.put(kept, key); }
      };
      all.oncomplete = function () { base.close(); resolve(kept); };
      all.onerror = all.onabort = function () { base.close(); reject(new Error("storage")); };
    });
  }

  function read(store, key) { return change(store, key, function (kept) { return kept; }); }

  // Keeps this unless something is kept already; what is kept in the end.
  function fresh(store, key, value) { return change(store, key, function (kept) { return kept === undefined ? value : kept; }); }

  // Adds to what is kept; `undefined` takes a field away.
  function more(store, key, fields) {
    return change(store, key, function (kept) {
      const out = Object.assign({}, kept, fields);
      Object.keys(out).forEach(function (name) { if (out[name] === undefined) { delete out[name]; } });
      return out;
    });
  }

  async function known(keys) {
    if (!keys) { return undefined; }
    const raw = new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey));
    return {
      key: booth.base64(raw),
      hash: await booth.digest(raw),
      sign: async function (text) {
        const how = { name: "ECDSA", hash: "SHA-256" };
        return booth.base64(new Uint8Array(await crypto.subtle.sign(how, keys.privateKey, booth.utf8(text))));
      }
    };
  }

  // The key of this device for one round and one person, ECDSA P-256; its secret half cannot be taken out of the browser.
  async function device(name) { return known(await read("devices", name)); }

  async function new_device(name) {
    const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"]);
    return known(await fresh("devices", name, { privateKey: keys.privateKey, publicKey: keys.publicKey }));
  }

  booth.keep = { read, fresh, more };
  Object.assign(booth, { device, new_device });
})(window.booth);
