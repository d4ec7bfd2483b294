/** Requests to origins by what could be changed about them: what the search for candidates starts from. */
import { type MissReason, missReasons } from '#core/replay/serve/outcome.ts'
import type { Replay } from '#core/replay/serve/replay.ts'
import { reasonCount } from '#core/replay/serve/tallies.ts'

export interface Misses {
  /** By behavior, then by the number of the reason. */
  readonly byReason: readonly (readonly number[])[]
  /** GET requests for static files: by behavior, then by extension. */
  readonly byExtension: readonly ReadonlyMap<string, number>[]
}

/** Extensions of files that rarely depend on who asks. */
const staticFile =
  /\.(css|js|mjs|png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|mp4|webm|mp3|m4s|ts|map|wasm|pdf|zip)$/i

export function missesIn({ distribution, shapes, tallies }: Replay): Misses {
  const byReason = distribution.behaviors.map(() => missReasons.map(() => 0))
  const byExtension = distribution.behaviors.map(() => new Map<string, number>())
  for (let number = 0; number < shapes.paths.length; number += 1) {
    const { method, path, behavior } = shapes.paths.at(number)
    const reasons = byReason[behavior]
    const extensions = byExtension[behavior]
    if (!reasons || !extensions) continue
    let all = 0
    for (let reason = 1; reason < reasonCount; reason += 1) {
      const misses = tallies.pathMisses.get(number * reasonCount + reason)
      reasons[reason] = (reasons[reason] ?? 0) + misses
      all += misses
    }
    const extension = method === 'GET' ? staticFile.exec(path)?.[0]?.toLowerCase() : undefined
    if (extension !== undefined) extensions.set(extension, (extensions.get(extension) ?? 0) + all)
  }
  return { byReason, byExtension }
}

/** The misses of all shards together, extensions in order. */
export function joinMisses(parts: readonly Misses[]): Misses {
  const behaviors = parts[0]?.byReason.map((_, behavior) => behavior) ?? []
  const total = (numbers: readonly (number | undefined)[]) =>
    numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0)
  return {
    byReason: behaviors.map((behavior) =>
      missReasons.map((_, reason) => total(parts.map(({ byReason }) => byReason[behavior]?.[reason]))),
    ),
    byExtension: behaviors.map((behavior) => {
      const maps = parts.flatMap(({ byExtension }) => byExtension[behavior] ?? [])
      const extensions = [...new Set(maps.flatMap((map) => [...map.keys()]))].sort()
      return new Map(
        extensions.map((extension) => [extension, total(maps.map((map) => map.get(extension)))] as const),
      )
    }),
  }
}

/** Requests to origins of a behavior, for one of these reasons. */
export const missesFor = ({ byReason }: Misses, behavior: number, reasons: readonly MissReason[]): number =>
  reasons.reduce((sum, reason) => sum + (byReason[behavior]?.[missReasons.indexOf(reason)] ?? 0), 0)
