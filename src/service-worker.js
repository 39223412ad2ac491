// Keeps the app's own files for when the network is gone. What people read is kept by the app (api/library.ts).
const CACHE = 'app-__VERSION__'
const FILES = ['/', ...__FILES__]
// Pictures once seen; they outlive the app's version, because an address never shows another picture.
const PICTURES = 'pictures'
const MOST_PICTURES = 60

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const old = (names) => names.filter((name) => name.startsWith('app-') && name !== CACHE)
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(old(names).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || /^\/(api|admin)(\/|$)/.test(url.pathname)) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match('/')))
  else if (FILES.includes(url.pathname))
    event.respondWith(caches.match(url.pathname).then((kept) => kept ?? fetch(request)))
  else if (url.pathname.startsWith('/images/')) event.respondWith(findPicture(event))
})

async function findPicture(event) {
  const pictures = await caches.open(PICTURES)
  const kept = await pictures.match(event.request)
  if (kept) return kept
  const answer = await fetch(event.request)
  if (answer.ok) event.waitUntil(keepPicture(pictures, event.request, answer.clone()).catch(() => undefined))
  return answer
}

async function keepPicture(pictures, request, answer) {
  await pictures.put(request, answer)
  const oldestFirst = await pictures.keys()
  await Promise.all(oldestFirst.slice(0, -MOST_PICTURES).map((old) => pictures.delete(old)))
}
