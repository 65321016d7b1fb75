// Keeps the pages on the device, so that a gate works on when it is opened without a network. Nothing of a person is kept: only files
// under /m, never what the API answers.
const KEPT = 'pages'
const START = '/m/'
const ASSETS = '/m/assets/'

/** Takes the newest start page and the files that it names; those of an older build go. */
async function renew(answer) {
  const html = await answer.clone().text()
  const known = await caches.match(START)
  if (known && (await known.text()) === html) {
    return
  }
  await caches.delete(KEPT)
  const kept = await caches.open(KEPT)
  const named = [...html.matchAll(/\/m\/assets\/[\w.-]+/g)].map(([name]) => name)
  await kept.addAll([...new Set(named)])
  await kept.put(START, answer)
}

async function start() {
  try {
    const answer = await fetch(START)
    if (answer.ok) {
      await renew(answer.clone())
    }
    return answer
  } catch (failure) {
    return (await caches.match(START)) ?? Promise.reject(failure)
  }
}

async function asset(request) {
  const known = await caches.match(request.url)
  if (known) {
    return known
  }
  const answer = await fetch(request)
  if (answer.ok) {
    await (await caches.open(KEPT)).put(request.url, answer.clone())
  }
  return answer
}

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(start())
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url)
  if (origin !== self.location.origin || event.request.method !== 'GET') {
    return
  }
  if (pathname.startsWith(ASSETS)) {
    event.respondWith(asset(event.request))
  } else if (event.request.mode === 'navigate' && (pathname === START || pathname === '/m')) {
    event.respondWith(start())
  }
})
