/** Problems of the open design, found again shortly after each edit; the rules load after the first paint. */
import { create } from 'zustand'
import type { DesignDocument } from '#core/model/document.ts'
import type { Problem } from '#core/rules/run.ts'
import { useDesign } from './design.ts'

interface Problems {
  readonly problems: readonly Problem[]
  /** The resources that these problems are of; others mean that a check is on its way. */
  readonly of: DesignDocument['resources'] | undefined
}
export const useProblems = create<Problems>()(() => ({ problems: [], of: undefined }))

const pause = 80

async function check(document: DesignDocument): Promise<void> {
  const [{ rules }, { findProblems }] = await Promise.all([
    import('#core/rules/index.ts'),
    import('#core/rules/run.ts'),
  ])
  useProblems.setState({ problems: findProblems(rules, { document }), of: document.resources })
}

/** Keeps the problems current from now on; returns how to stop. */
export function watchProblems(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: DesignDocument | undefined
  const schedule = () => {
    const document = useDesign.getState().history.present
    if (document.resources === last?.resources && document.suppressions === last?.suppressions) return
    last = document
    clearTimeout(timer)
    timer = setTimeout(() => void check(document), pause)
  }
  schedule()
  const stop = useDesign.subscribe(schedule)
  return () => {
    clearTimeout(timer)
    stop()
  }
}
