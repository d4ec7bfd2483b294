/** Changes of a design that might pay: named from what a replay has shown, and tried by replaying again. */

import { agreementOn, keyFanOut } from '#core/replay/report/fan-out.ts'
import type { Summary } from '#core/replay/report/summary.ts'
import type { Change } from '#core/replay/serve/change.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import { missesFor } from './misses.ts'

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

/** Parts of a behavior's keys that are looked at. */
const mostParts = 8

const quoted = (names: readonly string[]) => {
  const all = names.map((name) => `“${name}”`)
  const last = all.pop() ?? ''
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`
}

/** Parts of the key without which the answers were the same; those of a kind go together, since one alone saves little. */
function keyParts({ keys, misses }: Summary, distribution: CompiledDistribution): Candidate[] {
  return keys.flatMap((own) => {
    const { behavior } = own
    const pattern = distribution.behaviors[behavior]?.pattern ?? '*'
    const [fanOut] = keyFanOut([own], distribution)
    const potential = missesFor(misses, behavior, ['another variant of the key', 'expired'])
    const idle = (fanOut?.parts ?? [])
      .filter(({ factor, name }) => factor > 1.02 && name !== 'accept-encoding')
      .slice(0, mostParts)
      .flatMap((part) => {
        const { groups, same } = agreementOn(own, part)
        return groups === 0 || same / groups < leastAgreement ? [] : [{ ...part, groups, same }]
      })
    return (['query string', 'header', 'cookie'] as const).flatMap((kind): Candidate[] => {
      const parts = idle.filter((part) => part.kind === kind)
      if (parts.length === 0) return []
      const names = parts.map(({ name }) => name)
      const factor = parts.reduce((product, part) => product * part.factor, 1)
      return [
        {
          change: `Take the ${kind}${names.length > 1 ? 's' : ''} ${quoted(names)} out of the cache key of “${pattern}”.`,
          why: parts
            .map(
              (part) =>
                `${part.values} values of “${part.name}” make ${part.factor.toFixed(2)} times as many keys; in ${part.same} of ${part.groups} groups of keys that differ in nothing else, status, type and size of the answers were the same.`,
            )
            .join(' '),
          caution: `Answers of the same size can still differ; forward what the origin needs with an origin request policy.`,
          potential: (potential * (factor - 1)) / factor,
          made: { behavior, tuning: { kind: 'leave-out', pattern, part: kind, names } },
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
        why: `${potential.toLocaleString('en-US')} requests to origins only asked whether an expired object had changed.`,
        caution: `Viewers may see a version up to ${seconds} s old; invalidate, or put versions into the file names. A minimum TTL also keeps what origins mark as private or no-store: raise only the default where they do.`,
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
        why: `${potential.toLocaleString('en-US')} requests for such files went to the origin, since their behavior ${ttl.disabled ? 'caches nothing' : 'keys on cookies or headers'}.`,
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
