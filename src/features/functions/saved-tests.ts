/** Saved test events: scenarios of the design with one step for one function, which `frontage test` runs too. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Edit, insertAt, removeAt, setAt } from '#core/model/edit.ts'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { FunctionStep, Scenario } from '#core/model/scenario.ts'

export interface SavedTest {
  /** Its place among the design's scenarios. */
  readonly index: number
  readonly scenario: Scenario
  readonly step: FunctionStep
}

const functionStep = ({ steps }: Scenario): FunctionStep | undefined => {
  const [step, ...others] = steps
  return step && others.length === 0 && 'function' in step ? step : undefined
}

/** The saved events of one function, in the order of the design. */
export const savedTests = ({ scenarios }: DesignDocument, id: LogicalId): SavedTest[] =>
  scenarios.flatMap((scenario, index) => {
    const step = functionStep(scenario)
    return step?.function === id ? [{ index, scenario, step }] : []
  })

export interface NewTest {
  readonly name: string
  readonly function: LogicalId
  readonly event: Json
  readonly expect: JsonObject
  readonly stores: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Saves an event with what it is expected to come to. */
export function saveTest(document: DesignDocument, { name, event, expect, stores, ...test }: NewTest): Edit {
  // The panel only runs events that are objects.
  const step: FunctionStep = { function: test.function, event: event as JsonObject, expect }
  const hasStores = Object.keys(stores).length > 0
  const scenario: Scenario = {
    name,
    ...(hasStores && { account: { keyValueStores: stores } }),
    steps: [step],
  }
  return insertAt(['scenarios'], document.scenarios.length, scenario, `Save the test “${name}”`)
}

export const removeTest = ({ index, scenario }: SavedTest): Edit =>
  removeAt(['scenarios', index], `Remove the test “${scenario.name}”`)

export const setExpectation = ({ index, scenario }: SavedTest, expect: Json): Edit =>
  setAt(['scenarios', index, 'steps', 0, 'expect'], expect, `Change what “${scenario.name}” expects`)
