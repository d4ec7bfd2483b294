import type { Aspect } from '#core/review/aspect.ts'
import { carryingHeader, type Demonstration, type Difference } from '#core/review/change.ts'
import { phrase, type TakesChange, takenOut, takesChange, tried } from '#core/review/selections.ts'
import { type Here, policySetting, settingPointer } from '#core/review/side.ts'
import { behindPolicy } from '#core/review/unknown.ts'
import { enumerated } from '#core/review/words.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import { removedNames } from '#core/trace/compile/forwarded-headers.ts'
import type { Selection } from '#core/trace/compile/selection.ts'
import { isForwarded, sendsCookie } from '#core/trace/engine/origin-headers.ts'
import { generatedNames } from '#core/trace/engine/viewer-headers.ts'

const conditions = ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since']
/** Headers that some settings treat on their own, so that they are asked about whether or not anybody names them. */
const special = [...removedNames, ...conditions, 'user-agent', 'via', 'sec-websocket-key', 'origin']

/** A viewer's conditions go on only in the legacy form and where nothing is cached. */
const passesConditions = ({ isLegacy, ttl }: CompiledBehavior) => isLegacy || ttl.disabled

function sends(behavior: CompiledBehavior, method: string, name: string): boolean {
  if (['host', 'accept-encoding', 'cookie', 'connection', 'x-forwarded-for', 'x-amz-cf-id'].includes(name))
    return false
  if (name.startsWith('cloudfront-')) return generatedNames(behavior).includes(name)
  if (name === 'user-agent' || name === 'via')
    return behavior.key.headers.takes(name) || behavior.forward.headers.takes(name)
  if (conditions.includes(name) && !passesConditions(behavior)) return false
  return isForwarded(name, { isWebSocket: name.startsWith('sec-websocket-'), request: { method } }, behavior)
}

const takesHost = ({ key, forward }: CompiledBehavior) =>
  key.headers.takes('host') || forward.headers.takes('host')

/** What the origin sees of Accept-Encoding; empty where it sees none. */
function encodingSent({ key, forward }: CompiledBehavior): string {
  if ((key.gzip || key.brotli) && !key.headers.takes('accept-encoding'))
    return `cut down to ${[...(key.gzip ? ['gzip'] : []), ...(key.brotli ? ['Brotli'] : [])].join(' and ')}`
  const isSent = key.headers.takes('accept-encoding') || forward.headers.takes('accept-encoding')
  return isSent ? 'as the viewer sent it' : ''
}

function encodingSentence(had: string, has: string): string {
  if (has === '') return `The origin is no longer sent Accept-Encoding (until now ${had}).`
  if (had === '') return `The origin is now sent Accept-Encoding, ${has}.`
  return `Accept-Encoding goes to the origin ${has}; until now ${had}.`
}

const headerNames = ({ key, forward }: CompiledBehavior) => [
  ...key.headers.names,
  ...forward.headers.names,
  ...generatedNames({ key, forward }),
]

const writes = ['POST', 'PUT', 'PATCH', 'DELETE']
const writeOf = ({ allowedMethods }: CompiledBehavior) => writes.find((method) => allowedMethods.has(method))

interface Part {
  readonly words: readonly [string, string]
  readonly change: TakesChange
  readonly show: (name: string) => Demonstration
}

function headerPart(before: CompiledBehavior, after: CompiledBehavior): Part {
  const names = [...headerNames(before), ...headerNames(after), ...special]
  const method = writeOf(before) && writeOf(after)
  const changeFor = (verb: string) =>
    takesChange(
      (name) => sends(before, verb, name),
      (name) => sends(after, verb, name),
      names,
      takenOut([before, after].flatMap(({ key, forward }) => [key.headers, forward.headers])),
    )
  const read = changeFor('GET')
  const write = method === undefined || !read.isNone ? undefined : changeFor(method)
  const isWrite = write !== undefined && !write.isNone
  return {
    words: isWrite
      ? [`header of ${method} requests`, `headers of ${method} requests`]
      : ['header', 'headers'],
    change: isWrite ? write : read,
    show: (name) => ({
      ...(isWrite && method !== undefined && { method }),
      ...(name.startsWith('sec-websocket-')
        ? { headers: { upgrade: 'websocket', connection: 'Upgrade', [name]: '1' } }
        : carryingHeader(name, conditions.includes(name) ? '"v0"' : '1')),
    }),
  }
}

function partsOf(before: CompiledBehavior, after: CompiledBehavior): Part[] {
  const cookies = [before, after].flatMap(({ key, forward }) => [key.cookies, forward.cookies])
  const queries = [before, after].flatMap(({ key, forward }) => [key.query, forward.query])
  const namesOf = (all: readonly Selection[]) => all.flatMap(({ names }) => names)
  const query =
    ({ key, forward }: CompiledBehavior) =>
    (name: string) =>
      key.query.takes(name) || forward.query.takes(name)
  const cookie = (behavior: CompiledBehavior) => (name: string) => sendsCookie(behavior, name)
  return [
    headerPart(before, after),
    {
      words: ['cookie', 'cookies'],
      change: takesChange(cookie(before), cookie(after), namesOf(cookies), takenOut(cookies)),
      show: (name) => ({ headers: { cookie: `${name}=1` } }),
    },
    {
      words: ['query parameter', 'query parameters'],
      change: takesChange(query(before), query(after), namesOf(queries), takenOut(queries)),
      show: (name) => ({ query: `${name}=1` }),
    },
  ]
}

const listed = (what: string, { mode, names }: CompiledBehavior['key']['headers']): string[] => {
  if (mode === 'all') return [`all ${what}`]
  if (mode === 'none' || (mode === 'listed' && names.length === 0)) return []
  return [`${mode === 'listed' ? '' : 'all but '}${names.join(', ')}`]
}

/** In the legacy form CloudFront sends on whatever header it does not take away itself. */
function sentByItself({ isLegacy, key, forward }: CompiledBehavior): string[] {
  if (!isLegacy || forward.path !== key.path || key.headers.mode === 'all') return []
  return [key.headers.names.length > 0 ? 'most other headers' : 'most headers']
}

const words = (behavior: CompiledBehavior): string => {
  const { key, forward } = behavior
  const both = (id: 'headers' | 'cookies' | 'query', what: string) => [
    ...listed(what, key[id]),
    ...listed(what, forward[id]),
  ]
  const all = [
    ...both('headers', 'headers'),
    ...sentByItself(behavior),
    ...both('cookies', 'cookies'),
    ...both('query', 'query parameters'),
  ]
  return `${takesHost(behavior) ? "the viewer's Host" : "the origin's Host"}${all.length > 0 ? `; ${[...new Set(all)].join('; ')}` : ''}`
}

function* hostChange(
  before: CompiledBehavior,
  after: CompiledBehavior,
  setting: string,
): Generator<Difference> {
  if (takesHost(before) === takesHost(after)) return
  yield {
    before: takesHost(before) ? "the viewer's Host" : "the origin's own host name",
    after: takesHost(after) ? "the viewer's Host" : "the origin's own host name",
    severity: 'danger',
    text: takesHost(after)
      ? "The origin gets the viewer's Host header instead of its own name. An origin that routes or checks its certificate by name (S3, API Gateway, a Lambda URL, most load balancers) then refuses, or answers for another site."
      : "The origin gets its own name as Host instead of the viewer's. An origin that serves several sites by Host, or builds links from it, then answers differently.",
    kinds: ['outage'],
    setting,
    shownBy: [{}],
  }
}

function* forwarding(
  before: CompiledBehavior,
  after: CompiledBehavior,
  setting: string,
): Generator<Difference> {
  const found = partsOf(before, after).filter(({ change }) => !change.isNone)
  const [had, has] = [encodingSent(before), encodingSent(after)]
  if (found.length === 0 && had === has) return
  const gained = found.flatMap(({ change, words: names }) => phrase(change, 'gained', names) ?? [])
  const lost = found.flatMap(({ change, words: names }) => phrase(change, 'lost', names) ?? [])
  const losesLogin = found.some(({ change }) => change.lost.includes('authorization'))
  yield {
    before: words(before),
    after: words(after),
    severity: losesLogin ? 'danger' : lost.length > 0 || gained.length > 0 ? 'change' : 'note',
    text: [
      ...(lost.length > 0
        ? [`The origin is no longer sent ${enumerated(lost).replaceAll(/\bevery\b/g, 'any')}.`]
        : []),
      ...(gained.length > 0 ? [`The origin is now sent ${enumerated(gained)}.`] : []),
      ...(had === has ? [] : [encodingSentence(had, has)]),
      ...(losesLogin ? ['What needs a login there is refused.'] : []),
    ].join(' '),
    kinds: losesLogin ? ['outage'] : [],
    setting,
    shownBy: [
      ...found.flatMap(({ change, show }) => tried(change).map(show)),
      ...(had === has
        ? []
        : ['br, gzip', 'deflate'].map((coding) => ({ headers: { 'accept-encoding': coding } }))),
    ],
  }
}

function* encryption(before: Here, after: Here): Generator<Difference> {
  const plain = ({ behavior: { encryption: found } }: Here) =>
    found === null
      ? ''
      : JSON.stringify(found, (key, value: unknown) =>
          key === 'path' ? undefined : value instanceof Map ? [...value] : value,
        )
  const [old, now] = [plain(before), plain(after)]
  if (old === now) return
  yield {
    before: old === '' ? 'no field is encrypted' : 'fields are encrypted',
    after:
      now === ''
        ? 'no field is encrypted'
        : old === ''
          ? 'fields are encrypted'
          : 'fields are encrypted otherwise',
    severity: now === '' ? 'danger' : 'change',
    text:
      now === ''
        ? 'Form fields that were encrypted at the edge reach the origin in the clear.'
        : old === ''
          ? 'Form fields are encrypted at the edge; the origin has to decrypt them.'
          : 'Other form fields are encrypted, or with another key; the origin has to keep up.',
    kinds: now === '' ? ['public'] : [],
    setting: settingPointer(after.side, [...after.behavior.path, 'FieldLevelEncryptionId']),
    shownBy: [{ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  }
}

/** What decides is an origin request policy if there is or was one, else what the cache key takes along. */
function settingBehind(before: Here, after: Here): string {
  const { behavior, raw } = after
  const isOwn = raw.OriginRequestPolicyId !== undefined || before.raw.OriginRequestPolicyId !== undefined
  if (isOwn) return policySetting(before, after, 'OriginRequestPolicyId', behavior.forward.path)
  const field = behavior.isLegacy ? 'ForwardedValues' : 'CachePolicyId'
  return policySetting(before, after, field, behavior.key.path)
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html */
export const originRequest: Aspect = {
  what: 'origin-request',
  title: 'What the origin is sent',
  reads: ({ raw, side: { document } }) => [
    behindPolicy(document, 'OriginRequestPolicy', raw.OriginRequestPolicyId),
    behindPolicy(document, 'CachePolicy', raw.CachePolicyId) === undefined ? raw.ForwardedValues : undefined,
  ],
  says: ({ behavior }) => words(behavior),
  field: ({ behavior }) => behavior.forward.path ?? behavior.key.path,
  *compare(before, after) {
    const setting = settingBehind(before, after)
    yield* hostChange(before.behavior, after.behavior, setting)
    yield* forwarding(before.behavior, after.behavior, setting)
    yield* encryption(before, after)
  },
}
