/**
 * Learns from a log how long origins let objects live. A logged hit shows that the object was still fresh at its age then; a
 * RefreshHit shows that it had expired by then. Objects of one behavior and content type are looked at together.
 */
import { compilePatterns, type PatternMatcher } from '#core/http/path-pattern.ts'

/** Lifetimes that origins commonly set, in seconds. */
const candidates = [
  0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10_800,
  14_400, 21_600, 28_800, 43_200, 86_400, 172_800, 259_200, 604_800, 1_209_600, 2_592_000, 31_536_000,
] as const

/** RefreshHits without which nothing is concluded. */
const leastEvidence = 5

export interface LearnedLifetime {
  readonly pattern: string
  readonly contentType: string
  /** Seconds. */
  readonly maxAge: number
  /** Logged hits and revalidations that agree with it, and those that do not. */
  readonly agrees: number
  readonly disagrees: number
}

/** The largest candidate that is not above an age. */
function binOf(age: number): number {
  let bin = 0
  while (bin + 1 < candidates.length && (candidates[bin + 1] ?? 0) <= age) bin += 1
  return bin
}

/** Logged hits and revalidations by the age of the object, in the bins of the candidates. */
export interface Bins {
  readonly hits: Float64Array
  readonly refreshes: Float64Array
}
/** What a log, or a shard's share of it, has shown: by behavior and content type. Plain data. */
export type Evidence = ReadonlyMap<string, Bins>

const emptyBins = (): Bins => ({
  hits: new Float64Array(candidates.length),
  refreshes: new Float64Array(candidates.length),
})

/** What all shards have shown together. */
export function joinEvidence(parts: readonly Evidence[]): Evidence {
  const joined = new Map<string, Bins>()
  for (const part of parts)
    for (const [key, { hits, refreshes }] of part) {
      const sum = joined.get(key) ?? emptyBins()
      joined.set(key, sum)
      hits.forEach((count, bin) => {
        sum.hits[bin] = (sum.hits[bin] ?? 0) + count
      })
      refreshes.forEach((count, bin) => {
        sum.refreshes[bin] = (sum.refreshes[bin] ?? 0) + count
      })
    }
  return joined
}

const baseType = (type: string | null) => type?.split(';', 1)[0]?.trim().toLowerCase() ?? ''

export class LifetimeEvidence {
  readonly classes = new Map<string, Bins>()

  binsOf(behavior: number, type: string | null): Bins {
    const key = `${behavior} ${baseType(type)}`
    const known = this.classes.get(key) ?? emptyBins()
    this.classes.set(key, known)
    return known
  }

  add({ hits, refreshes }: Bins, age: number, wasFresh: boolean): void {
    const bins = wasFresh ? hits : refreshes
    const bin = binOf(age)
    bins[bin] = (bins[bin] ?? 0) + 1
  }
}

/** The settings of a behavior that a conclusion looks at. */
interface Looked {
  readonly pattern: string
  readonly ttl: { readonly default: number }
}

/** The lifetimes that contradict the fewest lines; none where the default TTL explains them as well. */
export function conclude(evidence: Evidence, behaviors: readonly Looked[]): Learned {
  const lifetimes = [...evidence].flatMap(([key, bins]) => {
    const space = key.indexOf(' ')
    const behavior = Number(key.slice(0, space))
    const looked = behaviors[behavior]
    const found = looked && bestOf(bins, looked.ttl.default)
    return found ? [{ behavior, pattern: looked.pattern, contentType: key.slice(space + 1), ...found }] : []
  })
  return {
    patterns: behaviors.map(({ pattern }) => pattern),
    lifetimes: lifetimes.sort((a, b) => a.behavior - b.behavior || (a.contentType < b.contentType ? -1 : 1)),
  }
}

/** Hits at an age of the lifetime or above contradict it, and so do revalidations below it. */
function contradictions({ hits, refreshes }: Bins, lifetime: number): number {
  let count = 0
  candidates.forEach((age, bin) => {
    if (age >= lifetime) count += hits[bin] ?? 0
    else count += refreshes[bin] ?? 0
  })
  return count
}

function bestOf(
  evidence: Bins,
  defaultTtl: number,
): Pick<LearnedLifetime, 'maxAge' | 'agrees' | 'disagrees'> | undefined {
  const sum = (bins: Float64Array) => bins.reduce((total, count) => total + count, 0)
  const refreshes = sum(evidence.refreshes)
  if (refreshes < leastEvidence) return undefined
  const all = sum(evidence.hits) + refreshes
  let best = defaultTtl
  let fewest = contradictions(evidence, defaultTtl)
  for (const candidate of candidates) {
    const count = contradictions(evidence, candidate)
    if (count < fewest) {
      best = candidate
      fewest = count
    }
  }
  return best === defaultTtl ? undefined : { maxAge: best, agrees: all - fewest, disagrees: fewest }
}

/** What was learned, as plain data: it holds for the paths of the design under which the log was looked at. */
export interface Learned {
  /** Of that design's behaviors, the default last. */
  readonly patterns: readonly string[]
  readonly lifetimes: readonly (LearnedLifetime & { readonly behavior: number })[]
}

/** Gives what was learned back by path, whatever design is replayed. */
export class LearnedLifetimes {
  private readonly byClass: ReadonlyMap<string, string>
  private readonly matcher: PatternMatcher
  private readonly fallback: number

  constructor({ patterns, lifetimes }: Learned) {
    this.byClass = new Map(
      lifetimes.map(({ behavior, contentType, maxAge }) => [
        `${behavior} ${contentType}`,
        `max-age=${maxAge}`,
      ]),
    )
    this.matcher = compilePatterns(patterns.slice(0, -1))
    this.fallback = patterns.length - 1
  }

  /** The Cache-Control that the log suggests; null where it suggests none. */
  cacheControl(path: string, type: string | null): string | null {
    if (this.byClass.size === 0) return null
    const matched = this.matcher.match(path)
    return this.byClass.get(`${matched < 0 ? this.fallback : matched} ${baseType(type)}`) ?? null
  }
}
