/** The tutorial of the example that is open: where its reader stands, over visits, and what they have done so far. */
import { create } from 'zustand'
import type { Deed, Step, Tutorial, World } from '#core/gallery/tutorial.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import { commit, currentDocument, useDesign } from './design.ts'
import { announce, select, showDialog, showPanel, useSession } from './session.ts'
import {
  advanceClock,
  invalidatePaths,
  isOutdated,
  sendRequests,
  showStep,
  signForTest,
  useTrace,
} from './trace.ts'

/** Of one design that was made from an example. */
export interface Progress {
  readonly example: string
  /** 0 is the page about the example; the steps follow, and after them the end. */
  readonly at: number
  readonly isShown: boolean
  /** Steps that were done once, by their ids. */
  readonly done: readonly string[]
  /** The number of the choice, by the step's id. */
  readonly answers: Readonly<Record<string, number>>
}

/** By the ids of designs, the one that was begun last at the end. */
export const useTutorials = create<{ readonly of: Readonly<Record<string, Progress>> }>()(() => ({ of: {} }))

/** Those of designs that were opened longer ago are forgotten. */
const most = 50

const progressOf = (id: string): Progress | undefined => {
  const { of } = useTutorials.getState()
  return Object.hasOwn(of, id) ? of[id] : undefined
}
/** Where the reader of the open design stands; undefined where it is no example. */
export const currentProgress = (): Progress | undefined => progressOf(useDesign.getState().id)

export function useProgress(): Progress | undefined {
  const id = useDesign((design) => design.id)
  return useTutorials(({ of }) => (Object.hasOwn(of, id) ? of[id] : undefined))
}

function change(more: Partial<Progress>): void {
  const { id } = useDesign.getState()
  const progress = currentProgress()
  if (progress) useTutorials.setState(({ of }) => ({ of: { ...of, [id]: { ...progress, ...more } } }))
}

/** The design that has just been opened is an example: its page is shown beside it. */
export function beginExample(example: string, at = 0): void {
  const { id } = useDesign.getState()
  const begun: Progress = { example, at, isShown: true, done: [], answers: {} }
  useTutorials.setState(({ of }) => ({
    of: Object.fromEntries([...Object.entries(of).slice(1 - most), [id, begun]]),
  }))
}

export const showTutorial = (isShown: boolean): void => change({ isShown })
export const goToTutorialStep = (at: number): void => change({ at, isShown: true })
export const answerStep = ({ id }: Step, answer: number): void =>
  change({ answers: { ...currentProgress()?.answers, [id]: answer } })
export function markDone({ id }: Step): void {
  const done = currentProgress()?.done ?? []
  if (!done.includes(id)) change({ done: [...done, id] })
}
/** All of it from the beginning, in the design as it is. */
export const beginAgain = (): void => change({ at: 0, done: [], answers: {} })

/** What a step can see of what its reader did. */
export function readWorld(): World {
  const document = currentDocument()
  const { basis, traced, distribution, shown, step } = useTrace.getState()
  const isOld = isOutdated(basis, document)
  const told = traced.find(({ id }) => id === shown)?.result.events
  return {
    document,
    distribution: isOld ? undefined : distribution,
    sent: isOld ? [] : traced.toReversed(),
    answers: currentProgress()?.answers ?? {},
    selection: useSession.getState().selection,
    shown: useSession.getState().dialog ?? useSession.getState().panel,
    stage: step === undefined ? undefined : told?.[step]?.stage,
  }
}

/** Stands at a stage of the shown story; false where it does not come there. */
function lookAt(stage: string): boolean {
  const { traced, shown } = useTrace.getState()
  const events = traced.find(({ id }) => id === shown)?.result.events ?? []
  const at = events.findIndex((event) => event.stage === stage)
  if (at < 0) return false
  showStep(at)
  return true
}

async function sendFor(tutorial: Tutorial, deed: Extract<Deed, { send: unknown }>): Promise<void> {
  const named = deed.distribution ?? tutorial.distribution
  const sites = distributionsIn(currentDocument()).map(({ id }) => id)
  // The first steps are taken on any design.
  const distribution = sites.includes(named) ? named : (sites[0] ?? named)
  if (deed.sign === undefined) {
    await sendRequests(distribution, [deed.send])
    return
  }
  const signed = await signForTest(distribution, deed.send.url, deed.sign)
  if ('failure' in signed) announce(signed.failure)
  else await sendRequests(distribution, [{ ...deed.send, url: signed.url }])
}

async function perform(tutorial: Tutorial, step: Step, deed: Deed): Promise<void> {
  if ('send' in deed) await sendFor(tutorial, deed)
  else if ('advance' in deed) advanceClock(deed.advance)
  else if ('invalidate' in deed) invalidatePaths(deed.invalidate)
  else if ('edit' in deed) commit(deed.edit(currentDocument()))
  else if ('answer' in deed) answerStep(step, deed.answer)
  else if ('select' in deed) select(deed.select)
  else if ('show' in deed) {
    if (deed.show === 'export') showDialog(deed.show)
    else showPanel(deed.show)
  } else if (!lookAt(deed.look)) {
    for (const one of deed.before) await perform(tutorial, step, one)
    lookAt(deed.look)
  }
}

/** Does a step in the reader's place. */
export async function solveStep(tutorial: Tutorial, step: Step): Promise<void> {
  for (const deed of step.solution) await perform(tutorial, step, deed)
}

/** What is kept between visits. */
export const tutorialsText = (): string => JSON.stringify(useTutorials.getState().of)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readProgress(value: unknown): Progress | undefined {
  if (!isRecord(value)) return undefined
  const { example, at, isShown, done, answers } = value
  if (typeof example !== 'string' || typeof at !== 'number' || !(at >= 0 && at < 100)) return undefined
  const answered = Object.entries(isRecord(answers) ? answers : {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return {
    example,
    at: Math.floor(at),
    isShown: isShown === true,
    done: Array.isArray(done) ? done.filter((one): one is string => typeof one === 'string') : [],
    answers: Object.fromEntries(answered),
  }
}

/** Takes up what was kept, as far as it is whole. */
export function resumeTutorials(text: string): void {
  try {
    const kept: unknown = JSON.parse(text)
    const whole = Object.entries(isRecord(kept) ? kept : {}).flatMap(([id, value]) => {
      const progress = readProgress(value)
      return progress ? [[id, progress] as const] : []
    })
    useTutorials.setState({ of: Object.fromEntries(whole.slice(-most)) })
  } catch {
    // Nothing was kept, or it is not ours: every tutorial begins anew.
  }
}
