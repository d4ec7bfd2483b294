/** The local CDN as a library, for tests of others; its types are local-api.ts. */
import { once } from 'node:events'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type OpenOptions, openCdn } from '#cli/run-open.ts'
import { routes } from '#local/admin/routes.ts'
import { startAdmin } from '#local/admin/server.ts'
import type { LocalCdn as Cdn } from '#local/local-cdn.ts'
import { startSecure } from '#local/viewer/secure.ts'
import { startPlain, usualLimits } from '#local/viewer/servers.ts'
import type * as api from './local-api.ts'

function order(cdn: Cdn, name: string, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const answer = routes[name]?.(cdn, input)
  if (!answer) throw new Error(`There is no order “${name}”.`)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as Record<string, unknown> // every order answers an object
}

function openOptions(settings: api.LocalCdnSettings): OpenOptions {
  const { origins = {}, hosts = [], viewer = {}, verifyOac = false, parameters = {} } = settings
  const { kvs, account, distribution, cacheSize } = settings
  return {
    origin: origins,
    host: hosts,
    viewer: Object.entries(viewer).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`),
    verifyOac,
    parameters,
    ...(kvs !== undefined && { kvs }),
    ...(account !== undefined && { account }),
    ...(distribution !== undefined && { distribution }),
    ...(cacheSize !== undefined && { cacheSize }),
  }
}

/** Our own server, whose certificate the caller gave us: there is nothing to find out about it. */
async function story(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body, viewer }: api.ExplainOptions,
): Promise<api.RequestResult> {
  const send = url.startsWith('https:') ? requestHttps : requestHttp
  const own = { 'x-frontage-explain': '1', ...(viewer && { 'x-frontage-viewer': JSON.stringify(viewer) }) }
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  const outgoing = send(url + path, {
    method,
    agent: false,
    headers: { ...length, ...headers, ...own },
    rejectUnauthorized: false,
  })
  outgoing.end(body)
  const [answer] = await once(outgoing, 'response')
  let text = ''
  for await (const piece of answer.setEncoding('utf8')) text += piece
  if (answer.headers['content-type'] !== 'application/json') throw new Error(text.trim())
  return JSON.parse(text)
}

export const createLocalCdn: typeof api.createLocalCdn = async (settings) => {
  const faults: unknown[] = []
  const onFault = (error: unknown) => faults.push(error)
  const standsAt = settings.now === undefined ? undefined : Date.parse(settings.now)
  if (Number.isNaN(standsAt))
    throw new Error(`“${settings.now}” is no date; write it as 2026-01-01T00:00:00Z.`)
  const opened = await openCdn(
    [settings.source].flat(),
    openOptions(settings),
    standsAt === undefined ? {} : { standsAt },
  )
  if (!opened.ok) throw new Error(opened.error.join('\n'))
  const cdn = opened.value
  const { port = 0, adminPort = 0, certificate } = settings
  const options = { port, address: '127.0.0.1', limits: usualLimits, onFault }
  const server = await (certificate
    ? startSecure(cdn, { ...options, certificate })
    : startPlain(cdn, options))
  const admin = await startAdmin(cdn, adminPort, onFault)
  const url = `${certificate ? 'https' : 'http'}://127.0.0.1:${server.port}`
  return {
    url,
    admin: `http://127.0.0.1:${admin.port}`,
    distributions: cdn.sites.map(({ id }) => id),
    explain: (path, asked = {}) => story(url, path, asked),
    invalidate: async (paths) => Number(order(cdn, 'POST /invalidate', { paths })['removed']),
    advance: async (seconds) => void order(cdn, 'POST /advance', { seconds }),
    evict: async (tier, pop) => Number(order(cdn, 'POST /evict', { tier, pop })['removed']),
    setViewer: async (viewer) => void order(cdn, 'POST /viewer', { ...viewer }),
    failOrigin: async (origin, error) => void order(cdn, 'POST /origin', { origin, error }),
    async close() {
      await Promise.all([server.close(), admin.close()])
      cdn.close()
      if (faults.length > 0) throw faults[0]
    },
  }
}
