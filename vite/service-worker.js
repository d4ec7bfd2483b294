/**
 * The page without a server: what was built is kept when it is first visited. The page itself is asked for first, since
 * a local server hands it its token; the kept copy of it has none. Nothing else than the files of the build is answered.
 */
// What is between the marks is put in by the build.
const version = '@version@'
const files = new Set(JSON.parse('@files@'))

const name = `frontage-${version}`
const scope = self.registration.scope
const pathIn = (url) => (url.startsWith(scope) ? url.slice(scope.length).split(/[?#]/)[0] : undefined)

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(name)
    await cache.addAll([...files].map((file) => new Request(new URL(file, scope), { cache: 'reload' })))
  }
  event.waitUntil(keep())
})

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const key of await caches.keys())
      if (key.startsWith('frontage-') && key !== name) await caches.delete(key)
  }
  event.waitUntil(tidy())
})

const kept = async (file) => (await caches.open(name)).match(new URL(file, scope))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const path = request.method === 'GET' ? pathIn(request.url) : undefined
  if (path === undefined) return
  if (request.mode === 'navigate') {
    if (path !== '' && path !== 'index.html') return
    event.respondWith(fetch(request).catch(async () => (await kept('offline.html')) ?? Response.error()))
    return
  }
  if (files.has(path)) event.respondWith(kept(path).then((found) => found ?? fetch(request)))
})
