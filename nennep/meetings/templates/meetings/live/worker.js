// Keeps the pages of a meeting that goes on, so that they open again while the network is gone. Nothing else is kept.
const STORE = "hop-1";
const HOURS_12 = 12 * 3600 * 1000;
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
const wanted = (url) => /\/sinh-hoat\/lich\/\d+\/hop\/$/.test(url.pathname) || url.pathname.startsWith("/static/");
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin || !wanted(url)) return;
  event.respondWith(netFirst(event.request));
});
async function netFirst(request) {
  const kept = await caches.open(STORE);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await kept.put(request, answer.clone());
    return answer;
  } catch (gone) {
    const found = await kept.match(request, { ignoreVary: true });
    const old = found && Date.now() - Date.parse(found.headers.get("date")) > HOURS_12;
    if (!found || old) throw gone;
    return found;
  }
}
