import type { Aspect } from '#core/review/aspect.ts'
import { carryingHeader, type Demonstration, type Difference } from '#core/review/change.ts'
import { phrase, type TakesChange, takenOut, takesChange, tried } from '#core/review/selections.ts'
import { type Here, policySetting } from '#core/review/side.ts'
import { behindPolicy } from '#core/review/unknown.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'
import type { Selection } from '#core/trace/compile/selection.ts'
import { isUncached } from './ttl.ts'

const parts = [
  { id: 'headers', words: ['header', 'headers'] },
  { id: 'cookies', words: ['cookie', 'cookies'] },
  { id: 'query', words: ['query parameter', 'query parameters'] },
] as const
type PartId = (typeof parts)[number]['id']

const selectionWords = ({ mode, names }: Selection, one: string, many: string): string | undefined => {
  if (mode === 'all') return `all ${many}`
  if (mode === 'none' || (mode === 'listed' && names.length === 0)) return undefined
  const list = [...names].sort().join(', ')
  return mode === 'listed' ? `${names.length === 1 ? one : many} ${list}` : `all ${many} but ${list}`
}

/** The encodings that are told apart, where Accept-Encoding is not in the key as it was sent. */
const encodings = ({ key }: CompiledBehavior): readonly string[] =>
  key.headers.takes('accept-encoding')
    ? []
    : [...(key.gzip ? ['gzip'] : []), ...(key.brotli ? ['Brotli'] : [])]

const words = (behavior: CompiledBehavior): string => {
  if (isUncached(behavior)) return 'nothing is cached'
  const own = encodings(behavior)
  const selected = parts.map(({ id, words: [one, many] }) => selectionWords(behavior.key[id], one, many))
  return ['path', ...selected, own.length > 0 ? `encodings ${own.join(', ')}` : undefined]
    .filter((part) => part !== undefined)
    .join('; ')
}

const carrying: Readonly<Record<PartId, (name: string) => Demonstration>> = {
  headers: (name) => carryingHeader(name, name === 'accept-encoding' ? 'identity' : '1'),
  cookies: (name) => ({ headers: { cookie: `${name}=1` } }),
  query: (name) => ({ query: `${name}=1` }),
}

const personal = (id: PartId, change: TakesChange) =>
  id === 'cookies' || (id === 'headers' && change.lost.includes('authorization'))

/** Where a value no longer tells objects apart, but the origin still sees it, what it answered one viewer goes to all. */
function stillSent(id: PartId, { lost, others }: TakesChange, { key, forward }: CompiledBehavior): boolean {
  const takes = (name: string) => key[id].takes(name) || forward[id].takes(name)
  return lost.some(takes) || (others === 'lost' && takes('zq-unnamed-zq'))
}

interface PartChange {
  readonly id: PartId
  readonly words: readonly [string, string]
  readonly change: TakesChange
}

function judge(
  found: readonly PartChange[],
  after: CompiledBehavior,
): Pick<Difference, 'severity' | 'kinds'> {
  const merged = found.filter(({ change }) => change.lost.length > 0 || change.others === 'lost')
  const isShared = merged.some(({ id, change }) => personal(id, change) || stillSent(id, change, after))
  return { severity: isShared ? 'danger' : 'change', kinds: isShared ? ['cold', 'shared'] : ['cold'] }
}

function sentences(found: readonly PartChange[], after: CompiledBehavior): string[] {
  const gained = found.flatMap(({ change, words: names }) => phrase(change, 'gained', names) ?? [])
  const lost = found.flatMap(({ change, words: names }) => phrase(change, 'lost', names) ?? [])
  const leaky = found.filter(({ id, change }) => stillSent(id, change, after))
  return [
    ...(gained.length > 0
      ? [
          `The cache key gains ${gained.join(' and ')}: there is one object for each value, so fewer requests are hits.`,
        ]
      : []),
    ...(lost.length > 0
      ? [`The cache key loses ${lost.join(' and ')}: viewers who differ in that get the same object.`]
      : []),
    ...(leaky.length > 0 && lost.length > 0
      ? ['The origin is still sent it, so an answer that was made for one viewer is given to others.']
      : []),
  ]
}

/** The policy or the legacy values, whichever decides after the change. */
const keySetting = (before: Here, after: Here) =>
  policySetting(
    before,
    after,
    after.behavior.isLegacy ? 'ForwardedValues' : 'CachePolicyId',
    after.behavior.key.path,
  )

function* keyChange(here: Here, there: Here): Generator<Difference> {
  const [{ behavior: before }, { behavior: after }] = [here, there]

  if (isUncached(before) || isUncached(after)) return
  const found = parts.flatMap(({ id, words: names }): PartChange[] => {
    const [old, now] = [before.key[id], after.key[id]]
    const change = takesChange(old.takes, now.takes, [...old.names, ...now.names], takenOut([old, now]))
    return change.isNone ? [] : [{ id, words: names, change }]
  })
  const [had, has] = [encodings(before).join(' and '), encodings(after).join(' and ')]
  if (found.length === 0 && had === has) return
  yield {
    before: words(before),
    after: words(after),
    ...(found.length === 0 ? { severity: 'change', kinds: ['cold'] } : judge(found, after)),
    text: [
      ...sentences(found, after),
      ...(had === has
        ? []
        : [`Objects are told apart by the encodings ${has || '(none)'} instead of ${had || '(none)'}.`]),
      'What is stored now is not found under the new key: it goes cold and is fetched anew.',
    ].join(' '),
    setting: keySetting(here, there),
    shownBy: [
      ...found.flatMap(({ id, change }) => tried(change).map((name) => carrying[id](name))),
      ...(had === has ? [] : ['br', 'gzip'].map((coding) => ({ headers: { 'accept-encoding': coding } }))),
    ],
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html */
export const cacheKey: Aspect = {
  what: 'cache-key',
  title: 'The cache key',
  reads: ({ raw, side: { document } }) => {
    const policy = behindPolicy(document, 'CachePolicy', raw.CachePolicyId)
    const parameters = (policy as { ParametersInCacheKeyAndForwardedToOrigin?: unknown } | undefined)
      ?.ParametersInCacheKeyAndForwardedToOrigin
    const isWhole = typeof policy === 'object' && policy !== null && 'unknown' in policy
    return isWhole ? [policy] : [policy === undefined ? raw.ForwardedValues : parameters]
  },
  says: ({ behavior }) => words(behavior),
  field: ({ behavior }) => behavior.key.path,
  *compare(old, now) {
    yield* keyChange(old, now)
  },
}
