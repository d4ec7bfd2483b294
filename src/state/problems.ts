/** Problems of the open design, found again right after each edit; the rules load after the first paint. */
import { create } from 'zustand'
import type { DesignDocument } from '#core/model/document.ts'
import { toPointer } from '#core/model/path.ts'
import type { CheckMemory } from '#core/rules/harness/memory.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { type ProfileName, profileNames, profilesOf } from '#core/rules/harness/profile.ts'
import { useDesign } from './design.ts'
import { isLarge } from './reading.ts'

/** The problems of a design as it was opened, by what makes them the same later. */
interface Opened {
  readonly id: string
  readonly keys: ReadonlySet<string>
}

/** A problem that somebody was led to, and where it stood among which others. */
export interface LedTo {
  readonly problem: Problem
  readonly index: number
  readonly among: readonly Problem[]
}

interface Problems {
  /** Those of the chosen profile: what the list, the drawing and the forms show. */
  readonly problems: readonly Problem[]
  /** All that the rules found, with the notes of every profile. */
  readonly all: readonly Problem[]
  readonly profile: ProfileName
  /** What was there when the design was opened. */
  readonly opened: Opened | undefined
  /** The one that was last led to. */
  readonly last: LedTo | undefined
  /** The resources that these problems are of; others mean that a check is on its way. */
  readonly of: DesignDocument['resources'] | undefined
}
export const useProblems = create<Problems>()(() => ({
  problems: [],
  all: [],
  profile: 'essential',
  opened: undefined,
  last: undefined,
  of: undefined,
}))

const inProfile = (all: readonly Problem[], profile: ProfileName): readonly Problem[] =>
  all.filter((problem) => profilesOf(problem).includes(profile))

export const chooseProfile = (profile: ProfileName): void =>
  useProblems.setState(({ all }) => ({ profile, problems: inProfile(all, profile) }))

/** The profile as it was kept; anything else is no choice. */
export const resumeProfile = (kept: string): void => {
  const profile = profileNames.find((name) => name === kept)
  if (profile) chooseProfile(profile)
}

/** An edit moves what stands behind it in a list, and a value that a message names may change: either will do. */
const keysOf = ({ rule, path, message }: Problem): readonly string[] => [
  `${rule.id} ${toPointer(path)}`,
  `${rule.id} ${message}`,
]

/** Whether a problem was not there when the design was opened. */
export const isNew = (problem: Problem, opened: Opened | undefined): boolean =>
  opened !== undefined && !keysOf(problem).some((key) => opened.keys.has(key))

const openedWith = (all: readonly Problem[], before: Opened | undefined): Opened => {
  const { id } = useDesign.getState()
  return before?.id === id ? before : { id, keys: new Set(all.flatMap(keysOf)) }
}

const show = (all: readonly Problem[], document: DesignDocument): void =>
  useProblems.setState(({ profile, opened, last }) => ({
    all,
    last: opened?.id === useDesign.getState().id ? last : undefined,
    problems: inProfile(all, profile),
    opened: openedWith(all, opened),
    of: document.resources,
  }))

/** What checks remember of the design, made with the rules, which come later than the page. */
let memory: CheckMemory | undefined

/** Milliseconds: the canvas is drawn, and a key is heard, between two slices of a check. */
const slice = 12
/** Milliseconds: a check that took no longer is made before the frame, and both are painted at once. */
const withinFrame = 8

const nextTurn = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    port2.postMessage(undefined)
  })

/** Checks a document; gives up as soon as `isOvertaken` says that another one is waiting. Returns how long it worked. */
export async function checkDesign(document: DesignDocument, isOvertaken: () => boolean): Promise<number> {
  const [{ rules }, { CheckMemory }, { checkInSlices }, { withDefaultsTold }] = await Promise.all([
    import('#core/rules/index.ts'),
    import('#core/rules/harness/memory.ts'),
    import('#core/rules/harness/run.ts'),
    import('#core/formats/cloudformation/default-behind.ts'),
  ])
  memory ??= new CheckMemory()
  const run = checkInSlices(rules, { document }, memory)
  let since = performance.now()
  let worked = 0
  for (;;) {
    const { done, value } = run.next()
    const took = performance.now() - since
    if (done) {
      // A large source is read in a worker alone.
      const told = isLarge(document.source?.text ?? '') ? value : withDefaultsTold(document, value)
      show(told, document)
      performance.mark('frontage: problems')
      return worked + took
    }
    if (took < slice) continue
    worked += took
    await nextTurn()
    if (isOvertaken()) return worked
    since = performance.now()
  }
}

/** Milliseconds: a page that is never idle is checked all the same. */
const patience = 500

/** When the page has drawn what it opened with: it may be idle before that, too. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis)
    requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(work, { timeout: patience })))
  else setTimeout(work, patience / 5)
}

/** Keeps the problems current from now on; returns how to stop. */
export function watchProblems(): () => void {
  let frame = 0
  let last: DesignDocument | undefined
  let took = Number.POSITIVE_INFINITY
  let isFirst = true
  const schedule = () => {
    const document = useDesign.getState().history.present
    if (document.resources === last?.resources && document.suppressions === last?.suppressions) return
    last = document
    cancelAnimationFrame(frame)
    const isOvertaken = () => last !== document
    const run = () => {
      if (isOvertaken()) return
      void checkDesign(document, isOvertaken).then((worked) => {
        took = worked
      })
    }
    // What was edited is painted first, unless the check is short. A page that is not shown has no frames.
    if (globalThis.document.visibilityState === 'hidden' || took <= withinFrame) run()
    // The first check is the longest, with the rules to be made ready: it waits for the drawing.
    else if (isFirst) whenIdle(run)
    else frame = requestAnimationFrame(() => void nextTurn().then(run))
    isFirst = false
  }
  schedule()
  const stop = useDesign.subscribe(schedule)
  return () => {
    cancelAnimationFrame(frame)
    last = undefined
    stop()
  }
}
