import { expect, test } from 'vitest'
import { applyEdit } from '#core/model/edit.ts'
import { toPointer, valueAt } from '#core/model/path.ts'
import { rules } from '#core/rules/index.ts'
import type { RuleExample, RuleExamples } from './examples.ts'
import type { Rule, RuleContext } from './rule.ts'

const modules = import.meta.glob<{ examples: RuleExamples }>('./*/*.examples.ts', { eager: true })
const files = Object.keys(import.meta.glob('./*/*.ts'))
  .filter((file) => !/\.(examples|test)\.ts$|\/index\.ts$/.test(file))
  .map((file) => file.slice(2, -3))

const contextOf = (example: RuleExample): RuleContext =>
  'document' in example ? example : { document: example }
const findingsOf = (rule: Rule, context: RuleContext) => [...rule.check(context)]
const examplesOf = (rule: Rule) => modules[`./${rule.id}.examples.ts`]?.examples

test('every rule file is registered once, under its own name', () => {
  expect(rules.map((rule) => rule.id).toSorted()).toEqual(
    files.filter((file) => modules[`./${file}.examples.ts`]).toSorted(),
  )
})

test.each(rules.map((rule) => [rule.id, rule] as const))('%s: holds for its examples', (_, rule) => {
  const examples = examplesOf(rule)
  expect(Object.keys(examples?.invalid ?? {}).length).toBeGreaterThan(0)
  expect(Object.keys(examples?.valid ?? {}).length).toBeGreaterThan(0)
  for (const [name, example] of Object.entries(examples?.valid ?? {}))
    expect(findingsOf(rule, contextOf(example)), `valid: ${name}`).toEqual([])
  for (const [name, example] of Object.entries(examples?.invalid ?? {})) {
    const context = contextOf(example)
    const findings = findingsOf(rule, context)
    expect(findings.length, `invalid: ${name}`).toBeGreaterThan(0)
    for (const finding of findings) {
      const parent = finding.path.slice(0, -1)
      expect(valueAt(context.document, parent), `${name}: ${toPointer(finding.path)}`).toBeDefined()
      if (!finding.fix) continue
      const fixed = applyEdit(context.document, finding.fix)
      const left = findingsOf(rule, { ...context, document: fixed })
      expect(left.length, `${name}: “${finding.fix.label}” clears it`).toBeLessThan(findings.length)
    }
  }
})

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s: says what an author owes the reader',
  (_, rule) => {
    expect(rule.summary).toMatch(/\.$/)
    expect(rule.why.length).toBeGreaterThan(40)
    if (rule.docs !== null) expect(rule.docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  },
)
