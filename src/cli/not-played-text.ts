import type { Said } from '#core/model/scenario.ts'
import type { ScenarioResult } from '#core/trace/scenario/scenario.ts'

const isPassedOver = (said: Said | undefined) => said?.is === 'not-run' && said.result === 'passed-over'

/** What the traces of scenarios left out of their designs, each once, with the scenarios that it concerns. */
export function notPlayedLines(scenarios: readonly ScenarioResult[]): string[] {
  const told = new Map<string, Set<string>>()
  for (const { name, steps } of scenarios)
    for (const { stage, detail, said } of steps.flatMap(({ result }) => result?.events ?? []))
      if (stage === 'not-played' || isPassedOver(said))
        told.set(detail, (told.get(detail) ?? new Set()).add(name))
  return [...told].map(
    ([detail, names]) =>
      `${detail} (${names.size === 1 ? `“${[...names].join('')}”` : `${names.size} scenarios`})`,
  )
}
