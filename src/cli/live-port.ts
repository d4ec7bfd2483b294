/**
 * What the page is told of a local CDN: its design, the requests as they come and the caches; and the orders that the
 * admin port takes. For the page that this process served, and for nobody else.
 */
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { routes } from '#local/admin/routes.ts'
import type { LocalCdn } from '#local/local-cdn.ts'
import type { Told } from '#local/story.ts'
import { admit, bodyOf, Refused } from './proxy-guard.ts'
import type { LivePort } from './server.ts'

/** Stories in one answer: the page asks again at once for what it has not got. */
const mostStories = 50

const urlOf = ({ protocol, host, path, query }: EngineRequest) =>
  `${protocol}://${host}${path}${query === '' ? '' : `?${query}`}`

const storyOf = ({ id, distribution, at, request, result }: Told) => ({
  id,
  distribution,
  at,
  request: { method: request.method, url: urlOf(request), headers: request.headers },
  result,
})

/** The stories after one, the oldest first. */
function storiesAfter(cdn: LocalCdn, last: string | null) {
  const newest = cdn.stories.list()
  const known = newest.findIndex(({ id }) => id === last)
  return newest
    .slice(0, known < 0 ? mostStories : known)
    .reverse()
    .slice(0, mostStories)
    .map(storyOf)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

async function inputOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const text = (await bodyOf(request)).toString('utf8')
  if (text.trim() === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    // Told below, as what is no object is.
  }
  throw new Refused(400, 'The body has to be one JSON object.')
}

/** Sends a request to the CDN itself, as a browser would; to nothing else. */
function send(cdnPort: number, input: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { method = 'GET', url, headers = {} } = input
  if (typeof url !== 'string' || !URL.canParse(url, 'http://localhost') || !isObject(headers))
    throw new Refused(400, '“url” is an address or a path.')
  const { host, pathname, search } = new URL(url, `http://localhost:${cdnPort}`)
  return new Promise((done, fail) => {
    const asked = ask(
      {
        host: '127.0.0.1',
        port: cdnPort,
        method: String(method),
        path: `${pathname}${search}`,
        // Given as text or lists of text; Node refuses what is neither.
        headers: { ...(headers as Record<string, string>), host },
        timeout: 60_000,
      },
      (answer) => {
        answer.resume()
        answer.once('end', () => done({ id: answer.headers['x-frontage-trace'] ?? null }))
      },
    )
    asked.once('timeout', () => asked.destroy(new Error('No answer came within a minute.')))
    asked.once('error', fail)
    asked.end()
  })
}

interface LiveOptions {
  /** Where viewers ask. */
  readonly url: string
  /** The port of it, where requests can be sent from the page: not over HTTPS. */
  readonly plainPort: number | undefined
  readonly name: string
}

async function answerOf(
  cdn: LocalCdn,
  { url, plainPort, name }: LiveOptions,
  request: IncomingMessage,
): Promise<unknown> {
  const { pathname, searchParams } = new URL(`http://127.0.0.1${request.url ?? ''}`)
  const what = `${request.method} ${pathname.replace(/^\/live/, '')}`
  const document = cdn.sites[0]?.document
  if (what === 'GET /design')
    return { name, url, design: document && JSON.stringify(document), canSend: plainPort !== undefined }
  if (what === 'GET /requests')
    return { now: cdn.clock.now, requests: storiesAfter(cdn, searchParams.get('after')) }
  if (what === 'POST /send') {
    if (plainPort === undefined)
      throw new Refused(409, 'Over HTTPS, requests are sent by a browser or curl alone.')
    return send(plainPort, await inputOf(request))
  }
  const route = routes[what]
  if (!route) throw new Refused(404, 'There is nothing here.')
  const answer = route(cdn, request.method === 'POST' ? await inputOf(request) : {})
  if (!answer.ok) throw new Refused(answer.error.status, answer.error.message)
  return answer.value
}

const reply = (response: ServerResponse, status: number, value: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
}

/** Answers the page's questions below `/live/`. */
export const livePort =
  (cdn: LocalCdn, options: LiveOptions): LivePort =>
  async (request, response, { port, token }) => {
    try {
      admit(request, port, token)
      reply(response, 200, await answerOf(cdn, options, request))
    } catch (error) {
      const status = error instanceof Refused ? error.status : 502
      reply(response, status, { error: error instanceof Error ? error.message : 'It failed.' })
    }
  }
