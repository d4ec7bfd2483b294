/** The examples of the gallery: their scenarios hold, they are clean, and docs/recipes.md tells what is so. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { billOf } from '#core/money/bill.ts'
import { moneyFacts } from '#core/money/facts.ts'
import { usageOfGuess } from '#core/money/guess.ts'
import { findProblems } from '#core/rules/harness/run.ts'
import { rules } from '#core/rules/index.ts'
import { called } from '#fixtures/called.ts'
import { test as runTests } from './test.ts'

const examples = readdirSync('public/examples').map((file) => file.replace('.yaml', ''))
const page = readFileSync('docs/recipes.md', 'utf8')
const designOf = (name: string) => {
  const read = readSource(readFileSync(`public/examples/${name}.yaml`, 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.document
}

test('every example has scenarios, and the page tells of each', () => {
  const recipes = readdirSync('public/recipes').map((file) => file.replace('.scenarios.json', ''))
  expect(recipes.toSorted()).toEqual(examples.toSorted())
  const told = [...page.matchAll(/^## (.*)\.yaml$/gm)].map(([, name = '']) => name)
  expect(told.toSorted()).toEqual(examples.toSorted())
})

test.each(examples)('%s: its scenarios hold, each by two steps or more', async (name) => {
  const file = `public/recipes/${name}.scenarios.json`
  const { status, out } = await called(() => runTests([file], { format: 'json', leaks: false }))
  const { scenarios }: { scenarios: { passed: boolean; steps: unknown[] }[] } = JSON.parse(out)
  expect(scenarios.map(({ passed, steps }) => passed && steps.length > 1)).toEqual(scenarios.map(() => true))
  expect(status).toBe(0)
})

test.each(examples)('%s: nothing is wrong with it, and its first lines say what it does', (name) => {
  const document = designOf(name)
  const found = findProblems(rules, { document }).filter(({ severity }) => severity !== 'info')
  expect(found.map(({ message }) => message)).toEqual([])
  expect(readFileSync(`public/examples/${name}.yaml`, 'utf8').match(/^# .{20,}/gm)?.length).toBeGreaterThan(2)
})

test('the bills of both ways to release are those of the page', () => {
  const facts = moneyFacts(designOf('versioned-names'), 'Site')
  const rows = [...page.matchAll(/^\| [^|]+ \| ([\d,]+) \| \$([\d.]+) \|$/gm)]
  expect(rows).toHaveLength(3)
  for (const [, paths = '', dollars = ''] of rows) {
    const invalidationPaths = Number(paths.replace(',', ''))
    const usage = usageOfGuess(facts, { requests: 1_000_000, bytes: 50 * 1024 ** 3, invalidationPaths })
    expect([paths, billOf(facts, usage).total]).toEqual([paths, Number(dollars)])
  }
})
