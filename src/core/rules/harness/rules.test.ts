import { expect, test } from 'vitest'
import { applyEdit } from '#core/model/edit.ts'
import { toPointer, valueAt } from '#core/model/path.ts'
import { rules } from '#core/rules/index.ts'
import type { RuleExample, RuleExamples } from './examples.ts'
import type { Rule, RuleContext } from './rule.ts'

const modules = import.meta.glob<{ examples: RuleExamples }>('/src/core/rules/*/*.examples.ts', {
  eager: true,
})
/** Beside the groups: the machinery, what rules look up, the readers of code, and lists of what is left out. */
const rooms = ['harness', 'lookup', 'code', 'left-out']
const idOf = (file: string) => file.replace('/src/core/rules/', '').replace(/(\.examples)?\.ts$/, '')
const groupFiles = (files: readonly string[]) =>
  files.filter((file) => !rooms.includes(idOf(file).split('/')[0] ?? '')).map(idOf)
const files = groupFiles(
  Object.keys(import.meta.glob('/src/core/rules/*/*.ts')).filter(
    (file) => !/\.(examples|test)\.ts$|\/index\.ts$/.test(file),
  ),
)

const contextOf = (example: RuleExample): RuleContext =>
  'document' in example ? example : { document: example }
const findingsOf = (rule: Rule, context: RuleContext) => [...rule.check(context)]
const examplesOf = (rule: Rule) => modules[`/src/core/rules/${rule.id}.examples.ts`]?.examples

/** What is wrong with the files of the groups: each must be a rule, registered under its own name, with examples. */
function strays(ids: readonly string[], files: readonly string[], examples: readonly string[]) {
  return [
    ...files.filter((file) => !ids.includes(file)).map((file) => `${file} is not registered`),
    ...files.filter((file) => !examples.includes(file)).map((file) => `${file} has no examples`),
    ...examples.filter((file) => !files.includes(file)).map((file) => `${file} is no rule`),
    ...ids.filter((id) => !files.includes(id)).map((id) => `${id} has no file of its name`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is registered twice`),
  ]
}

test('every file of a group is a rule with examples, registered once under its own name', () => {
  const ids = rules.map((rule) => rule.id)
  expect(strays(ids, files, groupFiles(Object.keys(modules)))).toEqual([])
})

test('a file that is not registered, or has no examples, would be told', () => {
  expect(strays(['geo/a'], ['geo/a', 'geo/b'], ['geo/a', 'geo/c'])).toEqual([
    'geo/b is not registered',
    'geo/b has no examples',
    'geo/c is no rule',
  ])
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

/** What docs/style.md asks of a title that a test can see. */
function titleFaults(title: string): string[] {
  return [
    ...(/^(?:[A-Z“]|gRPC|always-amz-auth)/.test(title) ? [] : ['begins with a capital letter']),
    ...(/[^.]\.$/.test(title) && !/\. [A-Z]/.test(title) ? [] : ['is one sentence']),
    ...(title.length <= 90 ? [] : ['has at most 90 characters']),
    ...((title.match(/\bis no\b(?! longer| geo)/g) ?? []).length < 1 ? [] : ['says “is not a” for “is no”']),
    ...(/\b(?:must|should|at most)\b/.test(title) ? ['says what is wrong, and not what must hold'] : []),
  ]
}

/** The same of a message, which stands below its title with the names of the case at hand. */
function messageFaults(message: string): string[] {
  return [
    ...(/^(?:[A-Z“0-9]|the |gRPC)/.test(message) ? [] : ['begins with a capital letter']),
    ...(/[.?]$/.test(message) ? [] : ['ends with a period']),
    ...(message.length <= 420 ? [] : ['can be read in one breath']),
    ...(/(?<!there )\bis no\b(?! longer)|\b(?:stands|lies) twice\b| {2}|undefined|\[object/i.test(message)
      ? ['is plain English']
      : []),
  ]
}

test('a message that a reader stumbles on would be told', () => {
  expect(messageFaults('“web” has no domain name; give one.')).toEqual([])
  expect(messageFaults('the behavior is no')).toEqual(['ends with a period', 'is plain English'])
  expect(messageFaults('web')).toEqual(['begins with a capital letter', 'ends with a period'])
})

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s: its messages are plain sentences',
  (_, rule) => {
    for (const example of Object.values(examplesOf(rule)?.invalid ?? {}))
      for (const { message } of findingsOf(rule, contextOf(example)))
        expect(messageFaults(message), message).toEqual([])
  },
)

test('a title that praises, rambles or shouts would be told', () => {
  expect(titleFaults('Requests are not logged.')).toEqual([])
  expect(titleFaults('requests should be logged')).toEqual([
    'begins with a capital letter',
    'is one sentence',
    'says what is wrong, and not what must hold',
  ])
  expect(titleFaults('This is no header and is no cookie.')).toEqual(['says “is not a” for “is no”'])
  expect(titleFaults(`${'Long '.repeat(20)}.`)).toContain('has at most 90 characters')
})

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s: says what an author owes the reader',
  (_, rule) => {
    expect(titleFaults(rule.summary)).toEqual([])
    expect(rule.why.length).toBeGreaterThan(40)
    if (rule.docs !== null) expect(rule.docs).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
  },
)
