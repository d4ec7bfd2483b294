import type { Aspect } from '#core/review/aspect.ts'
import type { Demonstration, Difference } from '#core/review/change.ts'
import { policySetting } from '#core/review/side.ts'
import { behindPolicy } from '#core/review/unknown.ts'
import type { CompiledBehavior } from '#core/trace/compile/compiled.ts'

/** Nothing is stored at all: the three TTLs are 0, or every header is forwarded. */
export const isUncached = ({ key, ttl }: CompiledBehavior): boolean =>
  ttl.disabled || key.headers.mode === 'all'

const span = (seconds: number): string => {
  const units = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ] as const
  const unit = units.find(([size]) => seconds >= size && seconds % size === 0)
  if (!unit) return `${seconds} s`
  const count = seconds / unit[0]
  return `${count} ${unit[1]}${count === 1 ? '' : 's'}`
}

const words = (behavior: CompiledBehavior): string => {
  if (isUncached(behavior)) return 'nothing is cached'
  const { min, default: usual, max } = behavior.ttl
  return `min ${span(min)}, default ${span(usual)}, max ${span(max)}`
}

const answering = (control: string | undefined, method?: string): Demonstration => ({
  ...(method && { method }),
  answers: {
    match: {},
    response: {
      status: 200,
      headers: { ...(control !== undefined && { 'Cache-Control': control }), ETag: '"v1"' },
      body: 'from the origin',
    },
  },
})

function* partsOf(before: CompiledBehavior, after: CompiledBehavior): Generator<string> {
  const [old, now] = [before.ttl, after.ttl]
  if (old.min !== now.min)
    yield now.min > 0
      ? `Answers are kept for at least ${span(now.min)} whatever the origin says, also no-cache, no-store and private; the least was ${span(old.min)}.`
      : `The origin may keep an answer out of the caches again; until now it was kept for at least ${span(old.min)}.`
  if (old.default !== now.default)
    yield `Where the origin says nothing, an answer is fresh for ${span(now.default)} instead of ${span(old.default)}.`
  if (old.max !== now.max)
    yield `Whatever the origin says, an answer is fresh for at most ${span(now.max)} instead of ${span(old.max)}.`
}

function caching(before: CompiledBehavior, after: CompiledBehavior): Difference {
  const starts = isUncached(before)
  // A path that goes to another server was looked at; the same server may not bear all requests.
  const isMoved = before.target.id !== after.target.id
  const ignores = after.ttl.min > 0
  return {
    before: words(before),
    after: words(after),
    severity: starts || !isMoved ? 'danger' : 'change',
    text: starts
      ? `Answers that were never stored are now stored and given to every viewer with the same cache key (${words(after)})${ignores ? ', even where the origin says private or no-store' : ' unless the origin says private or no-store'}.`
      : 'Nothing is cached any more: every request goes to the origin.',
    kinds: starts ? ['shared'] : ['cost', 'cold'],
    shownBy: [answering(undefined), answering('max-age=600')],
  }
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html */
export const ttl: Aspect = {
  what: 'ttl',
  title: 'How long answers stay in the caches',
  reads: ({ raw, side: { document } }) => {
    const policy = behindPolicy(document, 'CachePolicy', raw.CachePolicyId)
    const { MinTTL, DefaultTTL, MaxTTL } = (policy ?? raw) as Readonly<Record<string, unknown>>
    const isWhole = typeof policy === 'object' && policy !== null && 'unknown' in policy
    return isWhole ? [policy] : [MinTTL, DefaultTTL, MaxTTL]
  },
  says: ({ behavior }) => words(behavior),
  field: ({ behavior }) => behavior.ttl.path,
  *compare(here, there) {
    const [{ behavior: before }, { behavior: after }] = [here, there]
    if (isUncached(before) && isUncached(after)) return
    const setting = policySetting(
      here,
      there,
      after.isLegacy ? 'ForwardedValues' : 'CachePolicyId',
      after.ttl.path,
    )
    if (isUncached(before) !== isUncached(after)) {
      yield { ...caching(before, after), setting }
      return
    }
    const parts = [...partsOf(before, after)]
    if (parts.length === 0) return
    const [old, now] = [before.ttl, after.ttl]
    const shorter = now.default < old.default || now.max < old.max
    yield {
      before: words(before),
      after: words(after),
      severity: now.min > old.min && old.min === 0 ? 'danger' : 'change',
      text: parts.join(' '),
      setting,
      kinds: [
        ...(now.min > old.min && old.min === 0 ? (['shared'] as const) : []),
        ...(shorter ? (['cost'] as const) : []),
      ],
      shownBy: [
        answering(undefined),
        answering('no-cache'),
        answering(`max-age=${Math.max(old.max, now.max)}`),
        answering(`max-age=${Math.min(old.min, now.min)}`),
      ],
    }
  },
}
