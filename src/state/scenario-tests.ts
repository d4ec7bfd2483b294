/** The saved scenarios of the open design, run again shortly after each edit that may change what comes of them. */
import { create } from 'zustand'
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { ScenarioResult } from '#core/trace/scenario/scenario.ts'
import { useDesign } from './design.ts'
import { functionRunner } from './functions.ts'

interface ScenarioTests {
  /** In the order of the design's scenarios. */
  readonly results: readonly ScenarioResult[]
  /** The design that the results are of; another one means that a run is on its way. */
  readonly of: DesignDocument | undefined
  /** Milliseconds from the edit to the results. */
  readonly took: number
}
export const useScenarioTests = create<ScenarioTests>()(() => ({ results: [], of: undefined, took: 0 }))

/** Time for a burst of key strokes to end; the run itself makes room for the page to draw. */
const pause = 16
/** Milliseconds of work between two chances to draw: well within a frame. */
const slice = 6

let remembering: Promise<FunctionRunner | undefined> | undefined
/** One sandbox for all runs, which remembers what a function made of an event. */
function suiteRunner(): Promise<FunctionRunner | undefined> {
  remembering ??= Promise.all([functionRunner(), import('#core/trace/engine/remembering-runner.ts')]).then(
    ([runner, { rememberingRunner }]) => runner && rememberingRunner(runner),
  )
  return remembering
}

/** Lets the page draw and hear key strokes; a timer would wait for at least 4 ms. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })

async function run(document: DesignDocument, edited: number, isStale: () => boolean): Promise<void> {
  const [{ runSuite }, runner] = await Promise.all([import('#core/trace/scenario/suite.ts'), suiteRunner()])
  let began = performance.now()
  const rest = () => {
    if (performance.now() - began < slice) return undefined
    return nextTask().then(() => {
      began = performance.now()
    })
  }
  const results = await runSuite(document, document.scenarios, { ...(runner && { runner }), rest, isStale })
  if (results) useScenarioTests.setState({ results, of: document, took: performance.now() - edited })
}

const matters = (now: DesignDocument, before: DesignDocument | undefined): boolean =>
  now.resources !== before?.resources ||
  now.scenarios !== before.scenarios ||
  now.originScripts !== before.originScripts ||
  now.functionResults !== before.functionResults

/** Keeps the results current from now on; returns how to stop. */
export function watchScenarios(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: DesignDocument | undefined
  let isOver = false
  const schedule = () => {
    const { present } = useDesign.getState().history
    if (!matters(present, last)) return
    last = present
    clearTimeout(timer)
    if (present.scenarios.length === 0) {
      useScenarioTests.setState({ results: [], of: present, took: 0 })
      return
    }
    const edited = performance.now()
    timer = setTimeout(() => void run(present, edited, () => isOver || last !== present), pause)
  }
  schedule()
  const stop = useDesign.subscribe(schedule)
  return () => {
    isOver = true
    clearTimeout(timer)
    stop()
  }
}
