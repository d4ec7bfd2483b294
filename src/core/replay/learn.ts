/**
 * Learns from a log how long origins let objects live. A logged hit shows that the object was still fresh at its age then; a
 * RefreshHit shows that it had expired by then. Objects of one behavior and content type are looked at together.
 */
import type { CompiledDistribution } from '#core/trace/compiled.ts'

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

interface Evidence {
  readonly hits: Float64Array
  readonly refreshes: Float64Array
}

const baseType = (type: string | null) => type?.split(';', 1)[0]?.trim().toLowerCase() ?? ''

/** Evidence by behavior and content type. */
export class LifetimeEvidence {
  private readonly classes = new Map<string, Evidence>()

  add(behavior: number, type: string | null, age: number, wasFresh: boolean): void {
    const key = `${behavior} ${baseType(type)}`
    const evidence = this.classes.get(key) ?? {
      hits: new Float64Array(candidates.length),
      refreshes: new Float64Array(candidates.length),
    }
    this.classes.set(key, evidence)
    const bins = wasFresh ? evidence.hits : evidence.refreshes
    const bin = binOf(age)
    bins[bin] = (bins[bin] ?? 0) + 1
  }

  /** The lifetimes that contradict the fewest lines; none where the default TTL explains them as well. */
  conclude(distribution: CompiledDistribution): LearnedLifetimes {
    const learned = new Map<string, LearnedLifetime>()
    for (const [key, evidence] of this.classes) {
      const space = key.indexOf(' ')
      const behavior = distribution.behaviors[Number(key.slice(0, space))]
      if (!behavior) continue
      const found = bestOf(evidence, behavior.ttl.default)
      if (found) learned.set(key, { pattern: behavior.pattern, contentType: key.slice(space + 1), ...found })
    }
    return new LearnedLifetimes(learned, distribution)
  }
}

/** Hits at an age of the lifetime or above contradict it, and so do revalidations below it. */
function contradictions({ hits, refreshes }: Evidence, lifetime: number): number {
  let count = 0
  candidates.forEach((age, bin) => {
    if (age >= lifetime) count += hits[bin] ?? 0
    else count += refreshes[bin] ?? 0
  })
  return count
}

function bestOf(
  evidence: Evidence,
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

/** What was learned holds for the paths of the design under which the log was looked at, whatever design is replayed. */
export class LearnedLifetimes {
  private readonly learned: ReadonlyMap<string, LearnedLifetime>
  private readonly distribution: CompiledDistribution

  constructor(learned: ReadonlyMap<string, LearnedLifetime>, distribution: CompiledDistribution) {
    this.learned = learned
    this.distribution = distribution
  }

  get list(): LearnedLifetime[] {
    return [...this.learned.values()]
  }

  /** The Cache-Control that the log suggests; null where it suggests none. */
  cacheControl(path: string, type: string | null): string | null {
    if (this.learned.size === 0) return null
    const behavior = this.distribution.behaviors.indexOf(this.distribution.chooseBehavior(path))
    const found = this.learned.get(`${behavior} ${baseType(type)}`)
    return found ? `max-age=${found.maxAge}` : null
  }
}
