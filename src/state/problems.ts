/** Problems of the open design, found again right after each edit; the rules load after the first paint. */
import { create } from 'zustand'
import type { DesignDocument } from '#core/model/document.ts'
import type { Problem } from '#core/rules/harness/run.ts'
import { useDesign } from './design.ts'
import { isLarge } from './reading.ts'

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

const nextTurn = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    port2.postMessage(undefined)
  })

/** Checks a document; gives up as soon as `isOvertaken` says that another one is waiting. Returns how long it worked. */
export async function checkDesign(document: DesignDocument, isOvertaken: () => boolean): Promise<number> {
  const [{ rules }, { checkInSlices }, { withDefaultsTold }] = await Promise.all([
    import('#core/rules/index.ts'),
    import('#core/rules/harness/run.ts'),
    import('#core/formats/cloudformation/default-behind.ts'),
  ])
  const run = checkInSlices(rules, { document })
  let since = performance.now()
  let worked = 0
  for (;;) {
    const { done, value } = run.next()
    const took = performance.now() - since
    if (done) {
      // A large source is read in a worker alone.
      const told = isLarge(document.source?.text ?? '') ? value : withDefaultsTold(document, value)
      useProblems.setState({ problems: told, of: document.resources })
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
      void checkDesign(document, () => last !== document).then((worked) => {
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
