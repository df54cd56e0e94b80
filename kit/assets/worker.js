// Keeps assets, the page for a new suggestion and the reception form of a station readable without a network. Served at /worker.js so that its scope is the whole site.
// Assets carry their content's hash in their address and never change; pages come from the network whenever it answers.
"use strict";
var ASSETS = "lianluo-assets", PAGES = "lianluo-pages";
var KEPT = /^\/(suggestions\/new|stations\/[0-9a-f-]{36}\/receptions\/new)$/;

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

function put(name, request, answer) {
  if (answer.ok && !answer.redirected) {
    var copy = answer.clone();
    caches.open(name).then(function (cache) {
      // The address carries the content's mark after "?": an older copy of the same file goes.
      return cache.delete(request, { ignoreSearch: true }).then(function () { return cache.put(request, copy); });
    }).catch(function () { /* no room: go without */ });
  }
  return answer;
}

self.addEventListener("fetch", function (event) {
  var request = event.request, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) { return; }
  if (url.pathname.indexOf("/assets/") === 0) {
    event.respondWith(caches.match(request).then(function (kept) {
      return kept || fetch(request).then(function (answer) { return put(ASSETS, request, answer); });
    }));
  } else if (request.mode === "navigate" && KEPT.test(url.pathname)) {
    event.respondWith(fetch(request).then(function (answer) { return put(PAGES, url.pathname, answer); }, function () {
      return caches.match(url.pathname).then(function (kept) { return kept || Response.error(); });
    }));
  }
});
