import { tableOf } from '#core/ground/names.ts'
import type { ScenarioResult } from '#core/trace/scenario/scenario.ts'

const escapes: Readonly<Record<string, string>> = tableOf({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
})
const isAllowed = (code: number) => code === 9 || code === 10 || code === 13 || code >= 32
/** Text for XML 1.0, which has no form at all for most control characters. */
const xml = (text: string) =>
  [...text]
    .filter((character) => isAllowed(character.codePointAt(0) ?? 0))
    .map((character) => escapes[character] ?? character)
    .join('')

/** Scenario results as JUnit XML, which build servers read. */
export function toJunit(files: readonly { file: string; scenarios: readonly ScenarioResult[] }[]): string {
  const suites = files.map(({ file, scenarios }) => {
    const cases = scenarios.map(({ name, steps }) => {
      const failures = steps.flatMap((step, index) =>
        step.failures.map((failure) => `step ${index + 1}: ${failure}`),
      )
      const body =
        failures.length > 0
          ? `<failure message="${xml(failures[0] ?? '')}">${xml(failures.join('\n'))}</failure>`
          : ''
      return `    <testcase classname="${xml(file)}" name="${xml(name)}">${body}</testcase>`
    })
    const failed = scenarios.filter(({ passed }) => !passed).length
    return [
      `  <testsuite name="${xml(file)}" tests="${scenarios.length}" failures="${failed}">`,
      ...cases,
      '  </testsuite>',
    ].join('\n')
  })
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>'].join('\n')
}
