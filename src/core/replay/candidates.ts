/** Changes of a design that might pay: named from what a replay has shown, and tried by replaying again. */
import type { CompiledDistribution } from '#core/trace/compiled.ts'
import type { Change } from './change.ts'
import { agreementOn, keyFanOut } from './fan-out.ts'
import { missesFor } from './misses.ts'
import type { Summary } from './summary.ts'

export interface Candidate {
  /** What to change, as an instruction. */
  readonly change: string
  /** What in the log speaks for it. */
  readonly why: string
  /** What the log cannot show. */
  readonly caution: string
  /** Requests to origins that it could save at most. */
  readonly potential: number
  readonly made: Change
}

/** Groups of which this share gave the same answers are taken for a part that makes no difference. */
const leastAgreement = 0.99

function keyParts({ keys, misses }: Summary, distribution: CompiledDistribution): Candidate[] {
  return keys.flatMap((own) => {
    const { behavior } = own
    const pattern = distribution.behaviors[behavior]?.pattern ?? '*'
    const [fanOut] = keyFanOut([own], distribution)
    const potential = missesFor(misses, behavior, ['another variant of the key', 'expired'])
    return (fanOut?.parts ?? [])
      .filter(({ factor, name }) => factor > 1.05 && name !== 'accept-encoding')
      .slice(0, 4)
      .flatMap((part) => {
        const { groups, same } = agreementOn(own, part)
        if (groups === 0 || same / groups < leastAgreement) return []
        return [
          {
            change: `Take the ${part.kind} “${part.name}” out of the cache key of “${pattern}”.`,
            why: `${part.values} values of it make ${part.factor.toFixed(2)} times as many keys; in ${same} of ${groups} groups of keys that differ in nothing else, status, type and size of the answers were the same.`,
            caution: `Answers of the same size can still differ; forward it with an origin request policy if the origin needs it.`,
            potential: (potential * (part.factor - 1)) / part.factor,
            made: { behavior, tuning: { kind: 'leave-out', pattern, part: part.kind, name: part.name } },
          },
        ]
      })
  })
}

/** Seconds that a longer default TTL is tried with. */
const longerTtls = [3600, 86_400, 604_800] as const

function ttls({ misses }: Summary, { behaviors }: CompiledDistribution): Candidate[] {
  return behaviors.flatMap(({ ttl, pattern }, behavior) => {
    if (ttl.disabled) return []
    const potential = missesFor(misses, behavior, ['expired'])
    const seconds = longerTtls.find((longer) => longer >= ttl.default * 4)
    if (potential === 0 || seconds === undefined) return []
    return [
      {
        change: `Raise the TTL of “${pattern}” from ${ttl.default} s (default) to ${seconds} s, as minimum and default.`,
        why: `${potential} requests to origins only asked whether an expired object had changed.`,
        caution: `Viewers may see a version up to ${seconds} s old; invalidate, or put versions into the file names.`,
        potential,
        made: { behavior, tuning: { kind: 'lengthen', pattern, seconds } },
      },
    ]
  })
}

/** Files of a behavior that caches nothing, or keys on cookies, would be better off in one of their own. */
function splits({ misses }: Summary, { behaviors }: CompiledDistribution): Candidate[] {
  return behaviors.flatMap(({ ttl, key, pattern }, behavior) => {
    if (!(ttl.disabled || key.cookies.mode !== 'none' || key.headers.mode === 'all')) return []
    return [...(misses.byExtension[behavior] ?? [])].map(
      ([extension, potential]): Candidate => ({
        change: `Split “*${extension}” off “${pattern}” into a behavior of its own, with the managed policy CachingOptimized.`,
        why: `${potential} requests for such files went to the origin, since their behavior ${ttl.disabled ? 'caches nothing' : 'keys on cookies or headers'}.`,
        caution: 'Make sure that these files are the same for everybody.',
        potential,
        made: { behavior, tuning: { kind: 'split', pattern, files: `*${extension}` } },
      }),
    )
  })
}

/** Candidates with the most to save first. */
export const candidatesOf = (summary: Summary, distribution: CompiledDistribution): Candidate[] =>
  [...keyParts(summary, distribution), ...ttls(summary, distribution), ...splits(summary, distribution)]
    .filter(({ potential }) => potential > 0)
    .sort((a, b) => b.potential - a.potential)
