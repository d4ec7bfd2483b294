/** What is known of how the requests of each behavior ended: what came of the last one, and how many were hits. */
import { once } from '#core/ground/once.ts'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { ratioInWords } from '#core/model/ratio.ts'
import type { RequestResult } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { outcomeOf } from '#things/outcome.ts'
import { thingAt } from '#things/thing.ts'
import type { Told } from './node/data.ts'

/** Requests of one pattern that a cache could have answered, and the hits among them. */
export interface Counted {
  readonly name: string
  readonly hits: number
  readonly refreshHits: number
  readonly misses: number
  /** Requests that ended in an error, where they were counted. */
  readonly errors?: number
}

/** Where figures come from; each is of one distribution. The first that knows a behavior is what its row shows. */
export interface Sources {
  /** Newest first. `isCurrent`: of the design as it is, so that the figures are its own. */
  readonly session?: {
    readonly owner: LogicalId
    readonly results: readonly RequestResult[]
    readonly isCurrent: boolean
  }
  /** Of the last replay, where it was of the design as it is. */
  readonly replay?: { readonly owner: LogicalId; readonly counts: readonly Counted[] }
  /** Of the saved scenarios, where they ran on the design as it is. */
  readonly scenarios?: readonly { readonly owner: LogicalId; readonly results: readonly RequestResult[] }[]
}

/** Fewer requests than these say nothing of a ratio. */
const fewest = 2
/** So many are told one by one: “3/4”. */
const countable = 100

const kindOf = ({ resultType }: RequestResult): 'hits' | 'refreshHits' | 'misses' | undefined => {
  if (resultType === 'Hit' || resultType === 'OriginShieldHit') return 'hits'
  if (resultType === 'RefreshHit') return 'refreshHits'
  return resultType === 'Miss' ? 'misses' : undefined
}

/** By the pattern of the behavior. */
function countedIn(results: readonly RequestResult[]): ReadonlyMap<string, Counted> {
  const all = new Map<string, Counted>()
  for (const result of results) {
    const kind = kindOf(result)
    const name = result.behavior
    if (kind === undefined || name === null) continue
    const before = all.get(name) ?? { name, hits: 0, refreshHits: 0, misses: 0 }
    all.set(name, { ...before, [kind]: before[kind] + 1 })
  }
  return all
}

const compact = once(() => new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }))
const whole = once(() => new Intl.NumberFormat('en'))

/** “3/4”, “71.9 % 12.3K”, and in words; undefined where there are too few. */
export function ratioOf(
  { hits, refreshHits, misses }: Counted,
  source: string,
): { readonly text: string; readonly words: string } | undefined {
  const all = hits + refreshHits + misses
  if (all < fewest) return undefined
  const words = `${source}: ${whole().format(hits)} of ${whole().format(all)} requests were hits`
  return all < countable
    ? { text: `${hits}/${all}`, words }
    : {
        text: `${ratioInWords(hits / all)} ${compact().format(all)}`,
        words: `${words}, ${ratioInWords(hits / all)}`,
      }
}

/** Of a behavior whose requests failed: a ratio of hits says nothing of them. */
function failedOf({ errors = 0, hits, refreshHits, misses }: Counted, source: string): Told | undefined {
  const served = hits + refreshHits + misses
  if (errors < fewest || errors <= served) return undefined
  return {
    text: `${compact().format(errors)} failed`,
    outcome: 'error',
    words: `${source}: ${whole().format(errors)} of ${whole().format(errors + served)} requests ended in an error`,
  }
}

interface Known {
  readonly last: ReadonlyMap<string, RequestResult>
  /** The best source first. */
  readonly counted: readonly { readonly source: string; readonly counts: ReadonlyMap<string, Counted> }[]
}

/** What is known of one distribution. */
function knownOf(owner: LogicalId, { session, replay, scenarios = [] }: Sources): Known {
  const sent = session?.owner === owner ? session.results : []
  const last = new Map<string, RequestResult>()
  for (const result of sent)
    if (result.behavior !== null && !last.has(result.behavior)) last.set(result.behavior, result)
  const ran = scenarios.filter((one) => one.owner === owner).flatMap(({ results }) => results)
  const replayed = replay?.owner === owner ? replay.counts : []
  return {
    last,
    counted: [
      { source: 'Replay', counts: new Map(replayed.map((one) => [one.name, one])) },
      { source: 'Requests of this visit', counts: session?.isCurrent ? countedIn(sent) : new Map() },
      { source: 'Saved scenarios', counts: countedIn(ran) },
    ],
  }
}

function toldOf(pattern: string, { last, counted }: Known): Told | undefined {
  const result = last.get(pattern)
  const known = counted.flatMap(({ source, counts }) => {
    const own = counts.get(pattern)
    return own ? [{ source, own }] : []
  })
  const failed = known.flatMap(({ source, own }) => failedOf(own, source) ?? []).at(0)
  if (failed) return failed
  const ratio = known.flatMap(({ source, own }) => ratioOf(own, source) ?? []).at(0)
  if (!result) return ratio && { ...ratio, outcome: undefined }
  const outcome = outcomeOf(result)
  if (!ratio) return { text: result.resultType, outcome }
  return { text: ratio.text, outcome, words: `The last request here: ${result.resultType}. ${ratio.words}` }
}

/** What the row of each behavior shows, by its node; a behavior of which nothing is known has nothing. */
export function recordsOf(document: DesignDocument, sources: Sources): ReadonlyMap<string, Told> {
  const records = new Map<string, Told>()
  for (const site of distributionsIn(document)) {
    const known = knownOf(site.id, sources)
    if (known.last.size === 0 && known.counted.every(({ counts }) => counts.size === 0)) continue
    for (const { behavior, index, path } of behaviorsOf(site)) {
      const told = toldOf(index === undefined ? '*' : nameOf(behavior.PathPattern), known)
      const node = told && thingAt(document, path)?.node
      if (told && node) records.set(node, told)
    }
  }
  return records
}
