/** Changes of a design that might pay: named from what a replay has shown, and tried by replaying again. */
import { matchesPattern } from '#core/http/path-pattern.ts'
import type { Tuning } from '#core/model/tuning.ts'
import type { CompiledBehavior, CompiledDistribution, KeySettings } from '#core/trace/compiled.ts'
import { type Selection, takesNone } from '#core/trace/selection.ts'
import type { LoggedAnswer } from './answers.ts'
import { type KeyPart, keyFanOut, withoutPart } from './fan-out.ts'
import { missReasons } from './outcome.ts'
import type { Replay } from './replay.ts'
import { patternOf } from './summarize.ts'
import { reasonCount } from './tallies.ts'

export interface Candidate {
  /** What to change, as an instruction. */
  readonly change: string
  /** What in the log speaks for it. */
  readonly why: string
  /** What the log cannot show. */
  readonly caution: string
  /** Requests to origins that it could save at most. */
  readonly potential: number
  readonly tuning: Tuning
  readonly distribution: CompiledDistribution
}

/** Replaces one behavior; the others, and their order, stay. */
function withBehavior(
  distribution: CompiledDistribution,
  index: number,
  changed: CompiledBehavior,
): CompiledDistribution {
  const old = distribution.behaviors[index]
  return {
    ...distribution,
    behaviors: distribution.behaviors.map((behavior, at) => (at === index ? changed : behavior)),
    chooseBehavior: (path) => {
      const chosen = distribution.chooseBehavior(path)
      return chosen === old ? changed : chosen
    },
  }
}

const without = (selection: Selection, name: string): Selection => ({
  mode: selection.mode === 'all' ? 'allExcept' : selection.mode,
  names: selection.names.filter((other) => other !== name),
  takes: (other) => other !== name && selection.takes(other),
})

function keyWithout(key: KeySettings, { kind, name }: KeyPart): KeySettings {
  if (kind === 'query string') return { ...key, query: without(key.query, name) }
  if (kind === 'cookie') return { ...key, cookies: without(key.cookies, name) }
  return {
    ...key,
    headers: without(key.headers, name),
    headerNames: key.headerNames.filter((other) => other !== name),
  }
}

const sameAnswer = (a: LoggedAnswer | undefined, b: LoggedAnswer | undefined) =>
  a !== undefined && b !== undefined && a.status === b.status && a.type === b.type && a.size === b.size

/** Of the groups of keys that differ in one part only, how many there are and in how many all answers were the same. */
function agreement(replay: Replay, behavior: number, part: KeyPart): { groups: number; same: number } {
  const first = new Map<string, number>()
  const compared = new Map<string, boolean>()
  replay.keyTexts.forEach((text, key) => {
    if (replay.keyBehaviors[key] !== behavior) return
    const rest = withoutPart(text, part)
    const other = first.get(rest)
    if (other === undefined) {
      first.set(rest, key)
      return
    }
    const same = sameAnswer(
      replay.answers.list[replay.keyAnswers[key] ?? -1],
      replay.answers.list[replay.keyAnswers[other] ?? -1],
    )
    compared.set(rest, same && compared.get(rest) !== false)
  })
  return { groups: compared.size, same: [...compared.values()].filter(Boolean).length }
}

/** Groups of which this share gave the same answers are taken for a part that makes no difference. */
const leastAgreement = 0.99

/** Requests to origins of a behavior, for one of these reasons. */
function missesOf(replay: Replay, behavior: number, reasons: readonly string[]): number {
  const wanted = missReasons.flatMap((reason, index) => (reasons.includes(reason) ? [index] : []))
  return replay.shapes.paths.reduce((sum, path, number) => {
    if (path.behavior !== behavior) return sum
    return (
      sum +
      wanted.reduce((more, reason) => more + replay.tallies.pathMisses.get(number * reasonCount + reason), 0)
    )
  }, 0)
}

function keyParts(replay: Replay): Candidate[] {
  const { distribution } = replay
  const fanOut = keyFanOut(replay)
  return distribution.behaviors.flatMap((behavior, index) => {
    const parts = fanOut.find(({ behavior: pattern }) => pattern === behavior.pattern)?.parts ?? []
    const potential = missesOf(replay, index, ['another variant of the key', 'expired'])
    return parts
      .filter(({ factor, name }) => factor > 1.05 && name !== 'accept-encoding')
      .slice(0, 4)
      .flatMap((part) => {
        const { groups, same } = agreement(replay, index, part)
        if (groups === 0 || same / groups < leastAgreement) return []
        return [
          {
            change: `Take the ${part.kind} “${part.name}” out of the cache key of “${behavior.pattern}”.`,
            why: `${part.values} values of it make ${part.factor.toFixed(2)} times as many keys; in ${same} of ${groups} groups of keys that differ in nothing else, status, type and size of the answers were the same.`,
            caution: `Answers of the same size can still differ; forward it with an origin request policy if the origin needs it.`,
            potential: (potential * (part.factor - 1)) / part.factor,
            tuning: {
              kind: 'leave-out' as const,
              pattern: behavior.pattern,
              part: part.kind,
              name: part.name,
            },
            distribution: withBehavior(distribution, index, {
              ...behavior,
              key: keyWithout(behavior.key, part),
            }),
          },
        ]
      })
  })
}

/** Seconds that a longer default TTL is tried with. */
const longerTtls = [3600, 86_400, 604_800] as const

function ttls(replay: Replay): Candidate[] {
  const { distribution } = replay
  return distribution.behaviors.flatMap((behavior, index) => {
    if (behavior.ttl.disabled) return []
    const potential = missesOf(replay, index, ['expired'])
    const longer = longerTtls.find((seconds) => seconds >= behavior.ttl.default * 4)
    if (potential === 0 || longer === undefined) return []
    const ttl = { ...behavior.ttl, min: longer, max: Math.max(longer, behavior.ttl.max), default: longer }
    return [
      {
        change: `Raise the TTL of “${behavior.pattern}” from ${behavior.ttl.default} s (default) to ${longer} s, as minimum and default.`,
        why: `${potential} requests to origins only asked whether an expired object had changed.`,
        caution: `Viewers may see a version up to ${longer} s old; invalidate, or put versions into the file names.`,
        potential,
        tuning: { kind: 'lengthen' as const, pattern: behavior.pattern, seconds: longer },
        distribution: withBehavior(distribution, index, { ...behavior, ttl }),
      },
    ]
  })
}

/** Extensions of files that rarely depend on who asks. */
const staticFile =
  /\.(css|js|mjs|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp4|webm|mp3|m4s|ts|map|wasm|pdf|zip)$/i
const aDay = 86_400

/** Files of a behavior that caches nothing, or keys on cookies, would be better off in one of their own. */
function splits(replay: Replay): Candidate[] {
  const { distribution, tallies, shapes } = replay
  const byExtension = new Map<string, number>()
  shapes.paths.forEach(({ method, path, behavior }, number) => {
    const extension = staticFile.exec(path)?.[0]?.toLowerCase()
    if (method !== 'GET' || extension === undefined) return
    const settings = distribution.behaviors[behavior]
    if (
      !settings ||
      !(settings.ttl.disabled || settings.key.cookies.mode !== 'none' || settings.key.headers.mode === 'all')
    )
      return
    let misses = 0
    for (let reason = 1; reason < reasonCount; reason += 1)
      misses += tallies.pathMisses.get(number * reasonCount + reason)
    const id = `${behavior} ${extension}`
    byExtension.set(id, (byExtension.get(id) ?? 0) + misses)
  })
  return [...byExtension].flatMap(([id, potential]) => {
    const [number = '', extension = ''] = id.split(' ')
    const index = Number(number)
    const behavior = distribution.behaviors[index]
    if (!behavior) return []
    const pattern = `*${extension}`
    const made: CompiledBehavior = {
      ...behavior,
      pattern,
      ttl: { ...behavior.ttl, min: 0, default: aDay, max: 365 * aDay, disabled: false },
      key: {
        ...behavior.key,
        query: takesNone,
        headers: takesNone,
        headerNames: [],
        cookies: takesNone,
        gzip: true,
        brotli: true,
      },
    }
    return [
      {
        change: `Split “${pattern}” off “${patternOf(replay, index)}” into a behavior of its own, with the managed policy CachingOptimized.`,
        why: `${potential} requests for such files went to the origin, since their behavior ${behavior.ttl.disabled ? 'caches nothing' : 'keys on cookies or headers'}.`,
        caution: 'Make sure that these files are the same for everybody.',
        potential,
        tuning: { kind: 'split' as const, pattern: patternOf(replay, index), files: pattern },
        distribution: {
          ...distribution,
          behaviors: [...distribution.behaviors, made],
          chooseBehavior: (path: string) => {
            const chosen = distribution.chooseBehavior(path)
            return chosen === behavior && matchesPattern(pattern, path) ? made : chosen
          },
        },
      },
    ]
  })
}

/** Candidates with the most to save first. */
export const candidatesOf = (replay: Replay): Candidate[] =>
  [...keyParts(replay), ...ttls(replay), ...splits(replay)]
    .filter(({ potential }) => potential > 0)
    .sort((a, b) => b.potential - a.potential)
