/** Two finished stories in step: stage beside stage, and where they part. */
import { diffArrays } from 'diff'
import { once } from '#core/ground/once.ts'
import type { OriginAttempt, RequestResult, TraceEvent } from '#core/model/scenario.ts'
import { type StageId, stageList } from '#core/trace/engine/pipeline.ts'
import { alwaysNew } from './compare.ts'
import { differingParts, partInWords } from './key-parts.ts'

export type SideId = 'one' | 'two'

/** One place of both stories: the step of each that takes place there, from 0; null for a story that does not come by. */
export interface Beat {
  readonly stage: string
  readonly title: string
  readonly one: number | null
  readonly two: number | null
  /** Both come by, and the same is decided of both. */
  readonly isSame: boolean
}

export interface SideBySide {
  readonly beats: readonly Beat[]
  /** The first beat at which the stories part; undefined where both go the same way. */
  readonly parting: number | undefined
}

type Decision = (event: TraceEvent, result: RequestResult, attempt: OriginAttempt | undefined) => unknown

/** Of the viewer, whichever way the request goes. */
const ofViewer = new Set([...alwaysNew, 'x-forwarded-for', 'user-agent'])

const sentOn: Decision = (_, __, attempt) =>
  attempt && {
    ...attempt,
    headers: Object.entries(attempt.headers).filter(([name]) => !ofViewer.has(name)),
  }
/** What a cache had, wherever it is. */
const had: Decision = ({ said, detail }) => said?.is ?? detail.replace(/ at [\w-]+/, '')
const nothing: Decision = () => null
const status: Decision = (_, result) => result.status

/** What a stage decides, where its sentence quotes the request itself. */
const decisions: Partial<Readonly<Record<StageId | 'not-played', Decision>>> = {
  distribution: nothing,
  'cache-behavior': (_, { behavior }) => behavior,
  'viewer-protocol-policy': status,
  'cache-key': (_, { cacheKey }) => cacheKey,
  'edge-cache': had,
  'regional-edge-cache': had,
  'origin-shield': had,
  'origin-request': sentOn,
  'response-headers': status,
  'not-played': nothing,
}

/** What was decided at each step, as a text that can be compared. */
function decisionsOf(result: RequestResult): string[] {
  let attempts = -1
  return result.events.map((event) => {
    if (event.stage === 'origin-request') attempts += 1
    const decide: Decision | undefined = Object.hasOwn(decisions, event.stage)
      ? decisions[event.stage as StageId] // the line above asked for it
      : undefined
    return JSON.stringify(decide ? decide(event, result, result.originRequests[attempts]) : event.detail)
  })
}

const order = new Map<string, number>(stageList.map(({ id }, index) => [id, index]))
const placeOf = (stage: string): number => order.get(stage) ?? stageList.length

type Slot = readonly [stage: string, one: number | null, two: number | null]

/** Steps of the one story and of the other between two that both have: in the order of the pipeline. */
function merged(first: readonly Slot[], second: readonly Slot[]): Slot[] {
  const left = [...first]
  return [
    ...second.flatMap((slot) => {
      const before = left.findIndex(([stage]) => placeOf(stage) > placeOf(slot[0]))
      return [...left.splice(0, before < 0 ? left.length : before), slot]
    }),
    ...left,
  ]
}

/** The steps of both, each beside the other's of the same stage. */
function slotsOf(first: readonly string[], second: readonly string[]): Slot[] {
  const slots: Slot[] = []
  const at = { one: 0, two: 0 }
  const next = (side: SideId): number => at[side]++
  let [left, right]: [Slot[], Slot[]] = [[], []]
  for (const { value, added, removed } of diffArrays([...first], [...second])) {
    const steps = value.map(
      (stage): Slot => [stage, added ? null : next('one'), removed ? null : next('two')],
    )
    if (removed) left = steps
    else if (added) right = steps
    else {
      slots.push(...merged(left, right), ...steps)
      left = []
      right = []
    }
  }
  return [...slots, ...merged(left, right)]
}

/** Puts two stories in step; any two of one design, or of two. */
export function sideBySide(one: RequestResult, two: RequestResult): SideBySide {
  const [first, second] = [decisionsOf(one), decisionsOf(two)]
  const stages = ({ events }: RequestResult) => events.map(({ stage }) => stage)
  const beats = slotsOf(stages(one), stages(two)).map(([stage, left, right]): Beat => {
    const event = left === null ? two.events[right ?? 0] : one.events[left]
    const isSame = left !== null && right !== null && first[left] === second[right]
    return { stage, title: event?.title ?? stage, one: left, two: right, isSame }
  })
  const parting = beats.findIndex(({ isSame }) => !isSame)
  return { beats, parting: parting < 0 ? undefined : parting }
}

/** The step at which a story stands at a beat: its own, or the last one before it. */
export const stepAt = (beats: readonly Beat[], beat: number, side: SideId): number =>
  beats.slice(0, beat + 1).findLast((one) => one[side] !== null)?.[side] ?? 0

const behaviorWords = ({ behavior }: RequestResult): string =>
  behavior === '*' ? 'the default cache behavior' : behavior === null ? 'none' : `“${behavior}”`

const listed = once(() => new Intl.ListFormat('en'))

type Names = readonly [one: string, two: string]
type Sentence = (one: RequestResult, two: RequestResult, names: Names) => string

/** Where the two sentences of a stage would say less than one about both. */
const sentences: Partial<Readonly<Record<StageId, Sentence>>> = {
  'cache-behavior': (one, two, [first, second]) =>
    `They part at the cache behavior: ${first} goes to ${behaviorWords(one)}, ${second} to ${behaviorWords(two)}.`,
  'cache-key': (one, two) => {
    const parts = differingParts(one.cacheKey, two.cacheKey).map(partInWords)
    return parts.length === 0
      ? 'They part at the cache key: the query string is in it, in another order.'
      : `They part at the cache key: ${listed().format(parts)} ${parts.length === 1 ? 'is' : 'are'} in it.`
  },
}

/** The title of a stage within a sentence; what is an abbreviation stays one. */
const spoken = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? `${title[0]?.toLowerCase()}${title.slice(1)}` : title

/** One sentence on where two stories part, which names no value of a key. */
export function partingInWords(
  one: RequestResult,
  two: RequestResult,
  { beats, parting }: SideBySide,
  names: Names,
): string {
  const beat = beats[parting ?? -1]
  if (!beat) return `${names[0]} and ${names[1]} go the same way.`
  const own = Object.hasOwn(sentences, beat.stage) ? sentences[beat.stage as StageId] : undefined
  if (own && beat.one !== null && beat.two !== null) return own(one, two, names)
  const details = [one.events[beat.one ?? -1]?.detail, two.events[beat.two ?? -1]?.detail]
  const at = `They part at the ${spoken(beat.title)}`
  if (details[0] === undefined) return `${at}: only ${names[1]} comes there. ${details[1]}`
  if (details[1] === undefined) return `${at}: only ${names[0]} comes there. ${details[0]}`
  return `${at}. ${names[0]}: ${details[0]} ${names[1]}: ${details[1]}`
}
