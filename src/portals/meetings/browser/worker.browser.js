/**
 * The worker of one page of the meeting day (its scope is that page's address and nothing else). With network it is not noticed.
 * Without, it answers with the page as it was last kept on the device. A link that is closed takes what was kept with it.
 */
const KEPT = 'fotfeste-day'
const LONGEST_MS = 36 * 3_600_000
const PATIENCE_MS = 6_000
const PAGE = new URL(self.registration.scope).pathname

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([sweep(), self.clients.claim()])))
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url)
  if (event.request.mode === 'navigate' && pathname === PAGE) event.respondWith(page(event.request))
  else if (event.request.method === 'GET' && pathname.startsWith('/plain/')) event.respondWith(part(event.request))
})

const isFresh = (answer) => Date.now() - Date.parse(answer.headers.get('date') ?? '') < LONGEST_MS

/** Whatever is too old goes, of whichever link it was. */
async function sweep() {
  const kept = await caches.open(KEPT)
  for (const request of await kept.keys()) {
    const answer = await kept.match(request)
    if (answer && !isFresh(answer)) await kept.delete(request)
  }
}

/** What was kept of the page, unless it is of another day. */
async function keptPage() {
  const kept = await caches.open(KEPT)
  const answer = await kept.match(PAGE)
  if (answer && isFresh(answer)) return answer
  await kept.delete(PAGE)
  return undefined
}

async function page(request) {
  const kept = request.method === 'GET' ? await keptPage() : undefined
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {})
    if (kept && answer.status >= 500) return kept
    if ([401, 403, 404, 410].includes(answer.status)) {
      await (await caches.open(KEPT)).delete(PAGE)
      await self.registration.unregister()
    }
    return answer
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

/** What the page is drawn with: as new as the network gives it, else as it was kept. */
async function part(request) {
  const kept = await caches.open(KEPT)
  try {
    const answer = await fetch(request)
    if (answer.ok) await kept.put(request, answer.clone())
    return answer
  } catch (error) {
    const known = await kept.match(request)
    if (known) return known
    throw error
  }
}
