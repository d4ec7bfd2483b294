import type { DesignDocument } from '#core/model/document.ts'
import type { Scenario, ScriptedOrigins } from '#core/model/scenario.ts'

/** In a file a pinned answer is a rule like the others. */
const written = (scripts: ScriptedOrigins): ScriptedOrigins =>
  Object.fromEntries(
    Object.entries(scripts).map(([id, rules]) => [id, rules.map(({ pinned: _, ...rule }) => rule)]),
  )

/** Scenarios as a file that `frontage test` reads: each stands alone, with the origins' scripts, what functions give, and its source. */
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
      origins: written({ ...document.originScripts, ...scenario.origins }),
    }),
    ...((scenario.functionResults || document.functionResults) && {
      functionResults: { ...document.functionResults, ...scenario.functionResults },
    }),
  }))
  return `${JSON.stringify({ scenarios: whole }, null, 2)}\n`
}
