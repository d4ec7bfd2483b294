/**
 * Leaks: an answer made for one viewer that reaches another. Two viewers are sent who differ in one thing that is not in
 * the cache key, to origins that answer each in person; who gets the other's answer is told with the object that carried it.
 */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { bodyOf } from '#core/http/body.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import type { AccountFacts } from '#core/model/account.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { toPointer } from '#core/model/path.ts'
import type { ScriptedOrigins, ViewerRequest } from '#core/model/scenario.ts'
import { compileOnce } from '#core/trace/compile/compile-once.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import type { OriginPort } from '#core/trace/engine/exchange.ts'
import { ScriptedOriginPort } from '#core/trace/engine/scripted-origin.ts'
import { createSimulation } from '#core/trace/engine/simulation.ts'

/** What two viewers differ in. */
export type Difference =
  | { readonly in: 'cookie' | 'header' | 'query'; readonly name: string }
  | { readonly in: 'country' }

export interface Leak {
  readonly difference: Difference
  /** The behavior's path pattern. */
  readonly behavior: string
  readonly method: string
  readonly url: string
  /** What of the first viewer the second one got. */
  readonly carried: readonly ('body' | 'Set-Cookie')[]
  /** The cache and the key of the object that carried it. */
  readonly place: string
  readonly key: string
  readonly story: string
  /** The settings behind it, as JSON pointers. */
  readonly because: readonly string[]
}

export interface LeakOptions {
  readonly document: DesignDocument
  readonly distribution: LogicalId
  readonly requests: readonly ViewerRequest[]
  readonly account?: AccountFacts
  readonly origins?: ScriptedOrigins
  readonly runner?: FunctionRunner
}

/** Headers by which servers tell people apart, beside those that the requests have. */
const personal = ['authorization', 'cookie', 'accept-language', 'x-user-id'] as const
const people = ['alice', 'bob'] as const
type Person = (typeof people)[number]

const sentHeaders = ({ headers = {} }: ViewerRequest): string[] =>
  Object.keys(headers).map((name) => name.toLowerCase())

/** Everything that is not in the key and reaches the origin, so that the origin can make a difference by it. */
function differencesFor(request: ViewerRequest, { key, forward }: CompiledBehavior): Difference[] {
  const names = new Set<string>([...personal, ...sentHeaders(request), ...forward.headers.names])
  const headers = [...names].filter(
    (name) =>
      name !== 'cookie' && name !== 'host' && !name.startsWith('cloudfront-') && !key.headers.takes(name),
  )
  const cookies = ['session', ...forward.cookies.names].filter(
    (name) => !/[*?]/.test(name) && !key.cookies.takes(name) && forward.cookies.takes(name),
  )
  const query = ['user', ...forward.query.names].filter(
    (name) => !key.query.takes(name) && forward.query.takes(name),
  )
  const seesCountry = forward.generated.some((name) => name.startsWith('cloudfront-viewer-country'))
  return [
    ...headers.map((name) => ({ in: 'header', name }) as const),
    ...cookies.map((name) => ({ in: 'cookie', name }) as const),
    ...query.map((name) => ({ in: 'query', name }) as const),
    ...(seesCountry && !key.headers.takes('cloudfront-viewer-country') ? [{ in: 'country' } as const] : []),
  ]
}

/** The request as one of two people sends it. */
function sentBy(person: Person, request: ViewerRequest, difference: Difference): ViewerRequest {
  if (difference.in === 'country')
    return { ...request, viewer: { ...request.viewer, country: person === 'alice' ? 'DE' : 'US' } }
  const { name } = difference
  if (difference.in === 'query')
    return { ...request, url: `${request.url}${request.url.includes('?') ? '&' : '?'}${name}=${person}` }
  const kept = Object.entries(request.headers ?? {}).filter(
    ([other]) => other.toLowerCase() !== (difference.in === 'cookie' ? 'cookie' : name),
  )
  const made = difference.in === 'cookie' ? ['cookie', `${name}=${person}`] : [name, person]
  return { ...request, headers: Object.fromEntries([...kept, made]) }
}

/** Origins that answer as scripted, and sign the answer for the person in whose name the request came. */
class PersonalOrigins implements OriginPort {
  private readonly scripted: OriginPort
  private readonly difference: Difference
  constructor(origins: ScriptedOrigins, difference: Difference) {
    this.scripted = new ScriptedOriginPort(origins)
    this.difference = difference
  }

  async send(...[request, now]: Parameters<OriginPort['send']>) {
    const answer = await this.scripted.send(request, now)
    if ('error' in answer || answer.status >= 400) return answer
    const sent = `${request.query}\n${[...request.headers].map(([name, value]) => `${name}: ${value}`).join('\n')}`
    const countries: Readonly<Record<Person, string>> = { alice: 'DE', bob: 'US' }
    const person = people.find((name) =>
      this.difference.in === 'country'
        ? request.headers.first('cloudfront-viewer-country') === countries[name]
        : sent.includes(name),
    )
    if (person === undefined) return answer
    const headers = answer.headers.copy()
    headers.delete('etag')
    headers.delete('last-modified')
    headers.append('set-cookie', `made-for=${person}`)
    const body = bodyOf(`made for ${person}`)
    if (headers.has('content-length')) headers.set('content-length', String(body.size))
    return { status: answer.status, headers: HeaderFields.from(headers.toRecord()), body }
  }
}

const inWords = (difference: Difference): string =>
  difference.in === 'country'
    ? 'the country'
    : difference.in === 'query'
      ? `the query parameter “${difference.name}”`
      : `the ${difference.in} “${difference.name}”`

/** Sends two people who differ in one thing; a leak where the second gets what was made for the first. */
async function probe(
  options: LeakOptions,
  request: ViewerRequest,
  difference: Difference,
): Promise<Leak | null> {
  const { document, distribution, account, runner, origins = {} } = options
  const simulation = createSimulation({
    document,
    distribution,
    tellsChanges: false,
    origins: new PersonalOrigins(origins, difference),
    ...(account && { account }),
    ...(runner && { runner }),
  })
  const first = await simulation.request(sentBy('alice', request, difference))
  if (!first.body.includes('alice')) return null
  const second = await simulation.request(sentBy('bob', request, difference))
  const cookies = [second.headers['set-cookie'] ?? []].flat().join()
  const carried = [
    ...(second.body === 'made for alice' ? (['body'] as const) : []),
    ...(cookies.includes('made-for=alice') ? (['Set-Cookie'] as const) : []),
  ]
  if (carried.length === 0) return null
  const [object] = simulation.caches()
  const behavior = simulation.engine.distribution.behaviors.find(({ pattern }) => pattern === second.behavior)
  const method = request.method ?? 'GET'
  const what = carried.join(' and ')
  return {
    difference,
    behavior: second.behavior ?? '*',
    method,
    url: request.url,
    carried,
    place: object?.place ?? '',
    key: object?.key ?? '',
    story: `Two viewers ask ${method} ${request.url} and differ in ${inWords(difference)}, which the origin gets and the cache key of “${second.behavior}” has not. The origin answers the first in person; the second gets the first one's ${what} (${second.xCache}), from the object “${object?.key.replaceAll('\n', ', ')}” at ${object?.place}.`,
    because: behavior
      ? [toPointer(behavior.key.path), ...(behavior.forward.path ? [toPointer(behavior.forward.path)] : [])]
      : [],
  }
}

/** Leaks that the requests can show, one for each behavior and difference. */
export async function findLeaks(options: LeakOptions): Promise<Leak[]> {
  const site = compileOnce(options.document, options.distribution, options.account)
  const leaks: Leak[] = []
  const tried = new Set<string>()
  for (const request of options.requests) {
    const path = request.url.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '')
    const behavior = site.chooseBehavior(path === '' ? '/' : path)
    for (const difference of differencesFor(request, behavior)) {
      const id = JSON.stringify([behavior.pattern, request.method, difference])
      if (tried.has(id)) continue
      tried.add(id)
      const leak = await probe(options, request, difference)
      if (leak) leaks.push(leak)
    }
  }
  return leaks
}
