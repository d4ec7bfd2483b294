import type { DesignDocument } from '#core/model/document.ts'
import type { Scenario } from '#core/model/scenario.ts'

/** Scenarios as a file that `frontage test` reads: each stands alone, with the origins' scripts and its source. */
export function scenarioFile(
  document: DesignDocument,
  scenarios: readonly Scenario[],
  source: string,
): string {
  const whole = scenarios.map(({ name, ...scenario }) => ({
    name,
    source,
    ...scenario,
    ...((scenario.origins || document.originScripts) && {
      origins: { ...document.originScripts, ...scenario.origins },
    }),
  }))
  return `${JSON.stringify({ scenarios: whole }, null, 2)}\n`
}
