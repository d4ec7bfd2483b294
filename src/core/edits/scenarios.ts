/** Edits of the saved scenarios and of the scripts beside the origins; scenarios are told apart by their names. */
import type { DesignDocument } from '#core/model/document.ts'
import { combine, type Edit, setAt } from '#core/model/edit.ts'
import type { Json } from '#core/model/field.ts'
import type { OriginRule, Scenario, ScenarioStep, ScriptedOrigins } from '#core/model/scenario.ts'

/** A name that none of `taken` is: the wanted one, else with a number after it. */
export function freeScenarioName(taken: readonly string[], wanted: string): string {
  let name = wanted
  for (let count = 2; taken.includes(name); count += 1) name = `${wanted} ${count}`
  return name
}

type Write = (scenario: Scenario) => Scenario | undefined

/** Replaces one scenario; `undefined` removes it. */
const change = (name: string, label: string, write: Write, mergeKey?: string): Edit => ({
  label,
  ...(mergeKey !== undefined && { mergeKey }),
  apply: (draft) => {
    const index = draft.scenarios.findIndex((scenario) => scenario.name === name)
    const before = draft.scenarios[index]
    if (!before) return
    // A draft reads like the value, and what `write` makes is written into it.
    const next = write(before as Scenario)
    draft.scenarios.splice(index, 1, ...(next ? [next as typeof before] : []))
  },
})

/** Saves a scenario under its name, in place of one of that name. */
export const saveScenario = (scenario: Scenario): Edit => ({
  label: `Save scenario “${scenario.name}”`,
  apply: (draft) => {
    const saved = scenario as (typeof draft.scenarios)[number] // a draft differs by being writable alone
    const index = draft.scenarios.findIndex(({ name }) => name === scenario.name)
    if (index < 0) draft.scenarios.push(saved)
    else draft.scenarios[index] = saved
  },
})

export const removeScenario = (name: string): Edit =>
  change(name, `Remove scenario “${name}”`, () => undefined)

export const renameScenario = (name: string, next: string): Edit =>
  change(name, `Rename scenario “${name}”`, (scenario) => ({ ...scenario, name: next }))

export const addScenarioStep = (name: string, step: ScenarioStep): Edit =>
  change(name, `Add a step to “${name}”`, (scenario) => ({ ...scenario, steps: [...scenario.steps, step] }))

export const removeScenarioStep = (name: string, index: number): Edit =>
  change(name, `Remove step ${index + 1} of “${name}”`, (scenario) => ({
    ...scenario,
    steps: scenario.steps.filter((_, at) => at !== index),
  }))

/** Replaces a step: another request, or another expectation. */
export const setScenarioStep = (name: string, index: number, step: ScenarioStep): Edit =>
  change(
    name,
    `Change step ${index + 1} of “${name}”`,
    (scenario) => ({
      ...scenario,
      steps: scenario.steps.map((before, at) => (at === index ? step : before)),
    }),
    `/scenarios/${name}/steps/${index}`,
  )

/** How an origin answers in traces; `undefined` gives it back its plain answer. */
export const setOriginScript = (originId: string, rules: readonly OriginRule[] | undefined): Edit =>
  setAt(['originScripts', originId], rules, `Script of origin “${originId}”`)

/** What a function gives back in traces, where it cannot be run here; `undefined` forgets it. */
export const setFunctionResult = (name: string, value: Json | undefined): Edit =>
  setAt(['functionResults', name], value, `What “${name}” gives in traces`)

type Scripts = Record<string, unknown>

function renameKey(scripts: Scripts | undefined, from: string, to: string, isLast: boolean): void {
  if (!scripts || !Object.hasOwn(scripts, from) || from === to) return
  scripts[to] = scripts[from]
  if (isLast) delete scripts[from]
}

/** The scripts of an origin under its new Id; the old one keeps its own where another origin has it too. */
export const renameOriginScripts = (from: string, to: string, isLast: boolean): Edit => ({
  label: `Rename the scripts of “${from}”`,
  apply: (draft) => {
    for (const scripts of [draft.originScripts, ...draft.scenarios.map(({ origins }) => origins)])
      renameKey(scripts, from, to, isLast)
  },
})

/** Saves a scenario together with the scripts that it ran with, where the design holds none for those origins. */
export const saveScenarioWithOrigins = (
  { originScripts = {} }: DesignDocument,
  scenario: Scenario,
  scripts: ScriptedOrigins,
): Edit =>
  combine(`Save scenario “${scenario.name}”`, [
    ...Object.entries(scripts)
      .filter(([id]) => !Object.hasOwn(originScripts, id) && !Object.hasOwn(scenario.origins ?? {}, id))
      .map(([id, rules]) => setOriginScript(id, rules)),
    saveScenario(scenario),
  ])
