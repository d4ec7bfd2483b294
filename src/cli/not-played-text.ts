import type { ScenarioResult } from '#core/trace/scenario/scenario.ts'

/** What the traces of scenarios left out of their designs, each once, with the scenarios that it concerns. */
export function notPlayedLines(scenarios: readonly ScenarioResult[]): string[] {
  const told = new Map<string, Set<string>>()
  for (const { name, steps } of scenarios)
    for (const { stage, detail } of steps.flatMap(({ result }) => result?.events ?? []))
      if (stage === 'not-played') told.set(detail, (told.get(detail) ?? new Set()).add(name))
  return [...told].map(
    ([detail, names]) =>
      `${detail} (${names.size === 1 ? `“${[...names].join('')}”` : `${names.size} scenarios`})`,
  )
}
