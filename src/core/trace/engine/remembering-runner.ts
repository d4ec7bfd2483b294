/** A sandbox that remembers: the same code with the same event at the same simulated time gives the same outcome. */
import type { FunctionOutcome, FunctionRun, FunctionRunner } from '#core/edge/runner.ts'

/** Outcomes kept; the oldest goes first. */
const limit = 4000

/** For suites, which send the same requests after each edit of which few touch a function. */
export function rememberingRunner(runner: FunctionRunner): FunctionRunner {
  const outcomes = new Map<string, Promise<FunctionOutcome>>()
  return {
    run(run: FunctionRun) {
      const key = JSON.stringify(run)
      const known = outcomes.get(key)
      if (known) return known
      const outcome = runner.run(run)
      outcomes.set(key, outcome)
      // A sandbox that broke says nothing about the next run.
      outcome.catch(() => outcomes.delete(key))
      const oldest = outcomes.size > limit ? outcomes.keys().next().value : undefined
      if (oldest !== undefined) outcomes.delete(oldest)
      return outcome
    },
    dispose() {
      outcomes.clear()
      runner.dispose()
    },
  }
}
