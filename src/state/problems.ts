/** Problems of the open design, found again right after each edit; the rules load after the first paint. */
import { create } from 'zustand'
import type { DesignDocument } from '#core/model/document.ts'
import type { Rule, Severity } from '#core/rules/harness/rule.ts'
import type { Problem } from '#core/rules/harness/run.ts'
import { useDesign } from './design.ts'

interface Problems {
  readonly problems: readonly Problem[]
  /** The resources that these problems are of; others mean that a check is on its way. */
  readonly of: DesignDocument['resources'] | undefined
}
export const useProblems = create<Problems>()(() => ({ problems: [], of: undefined }))

/** Milliseconds: the canvas is drawn, and a key is heard, between two slices of a check. */
const slice = 12
/** Milliseconds: a check that took no longer is made before the frame, and both are painted at once. */
const withinFrame = 8
const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

const nextTurn = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    port2.postMessage(undefined)
  })

/** The rules a few at a time: asking for the time after each one would cost more than some rules do. */
function* slices(rules: readonly Rule[]): Generator<readonly Rule[]> {
  const step = 24
  for (let at = 0; at < rules.length; at += step) yield rules.slice(at, at + step)
}

/** Checks a document; gives up as soon as `isOvertaken` says that another one is waiting. Returns how long it worked. */
async function check(document: DesignDocument, isOvertaken: () => boolean): Promise<number> {
  const [{ rules }, { findProblems }] = await Promise.all([
    import('#core/rules/index.ts'),
    import('#core/rules/harness/run.ts'),
  ])
  const problems: Problem[] = []
  let since = performance.now()
  let worked = 0
  for (const some of slices(rules)) {
    problems.push(...findProblems(some, { document }))
    if (performance.now() - since < slice) continue
    worked += performance.now() - since
    await nextTurn()
    if (isOvertaken()) return worked
    since = performance.now()
  }
  worked += performance.now() - since
  useProblems.setState({
    problems: problems.toSorted((a, b) => order[a.severity] - order[b.severity]),
    of: document.resources,
  })
  performance.mark('frontage: problems')
  return worked
}

/** Keeps the problems current from now on; returns how to stop. */
export function watchProblems(): () => void {
  let frame = 0
  let last: DesignDocument | undefined
  let took = Number.POSITIVE_INFINITY
  const schedule = () => {
    const document = useDesign.getState().history.present
    if (document.resources === last?.resources && document.suppressions === last?.suppressions) return
    last = document
    cancelAnimationFrame(frame)
    const run = () =>
      void check(document, () => last !== document).then((worked) => {
        took = worked
      })
    // What was edited is painted first, unless the check is short. A page that is not shown has no frames.
    if (globalThis.document.visibilityState === 'hidden' || took <= withinFrame) run()
    else frame = requestAnimationFrame(() => void nextTurn().then(run))
  }
  schedule()
  const stop = useDesign.subscribe(schedule)
  return () => {
    cancelAnimationFrame(frame)
    stop()
  }
}
