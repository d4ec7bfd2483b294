/** One fault is told once: all rules run over all examples and the gallery, and no two speak of one place for one cause. */
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { toPointer } from '#core/model/path.ts'
import { rules } from '#core/rules/index.ts'
import { distribution } from '#fixtures/build.ts'
import type { RuleExample, RuleExamples } from './examples.ts'
import { defineRule, type Rule, type RuleContext } from './rule.ts'
import { findProblems } from './run.ts'

const modules = import.meta.glob<RuleExamples>('/src/core/rules/*/*.examples.ts', {
  eager: true,
  import: 'examples',
})
const gallery = import.meta.glob<string>('/public/examples/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const contextOf = (example: RuleExample): RuleContext =>
  'document' in example ? example : { document: example }
const contexts: readonly RuleContext[] = [
  ...Object.values(modules).flatMap(({ valid, invalid }) =>
    [...Object.values(valid), ...Object.values(invalid)].map(contextOf),
  ),
  ...Object.values(gallery).flatMap((text) => {
    const read = readSource(text)
    return read.ok ? [{ document: read.value.document }] : []
  }),
]

/** The share of places, of those where either speaks, from which two rules are taken for one. */
const alike = 0.8

const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

/** The ids of what is found at each place. */
function idsByPlace(rules: readonly Rule[], context: RuleContext): string[][] {
  const places = new Map<string, Set<string>>()
  for (const { rule, path } of findProblems(rules, context)) {
    const place = toPointer(path)
    places.set(place, (places.get(place) ?? new Set()).add(rule.id))
  }
  return [...places.values()].map((ids) => [...ids].sort())
}

/** Pairs of rules that nearly always speak of the same places. */
function twins(rules: readonly Rule[], contexts: readonly RuleContext[]): string[] {
  const places = new Map<string, number>()
  const both = new Map<string, number>()
  for (const ids of contexts.flatMap((context) => idsByPlace(rules, context)))
    for (const [index, id] of ids.entries()) {
      count(places, id)
      for (const other of ids.slice(index + 1)) count(both, `${id} ~ ${other}`)
    }
  return [...both].flatMap(([pair, times]) => {
    const share = Math.min(...pair.split(' ~ ').map((id) => times / (places.get(id) ?? 1)))
    return share >= alike ? [pair] : []
  })
}

test('no two rules find the same fault in the same places', () => {
  expect(twins(rules, contexts)).toEqual([])
}, 60_000)

const speaking = (id: string, covers: readonly string[] = []): Rule =>
  defineRule({
    id,
    covers,
    severity: 'warning',
    summary: 'Said.',
    why: 'Said of every design, to try the test.',
    docs: null,
    code: null,
    *check() {
      yield { path: ['resources', 'Site', 'config'], message: `${id} speaks.` }
    },
  })

test('twins would be told, and are none where one covers the other', () => {
  const site = [{ document: distribution() }]
  expect(twins([speaking('a/one'), speaking('b/two')], site)).toEqual(['a/one ~ b/two'])
  expect(twins([speaking('a/one', ['b/two']), speaking('b/two')], site)).toEqual([])
})

test('an id that a rule covers is accepted by its own name, and what it stands for is told', () => {
  const both = [speaking('a/one', ['b/two', 'c/merged']), speaking('b/two')]
  const design = distribution()
  expect(findProblems(both, { document: design })).toMatchObject([
    { rule: { id: 'a/one' }, covers: ['b/two', 'c/merged'] },
  ])
  for (const rule of ['a/one', 'b/two', 'c/merged']) {
    const accepted = { ...design, suppressions: [{ rule, reason: 'decided' }] }
    expect(findProblems(both, { document: accepted })).toEqual([])
  }
})

test('no id is covered twice around: a chain of covers ends', () => {
  const covers = new Map(rules.map((rule) => [rule.id, rule.covers ?? []] as const))
  const reaches = (from: string, to: string, seen: readonly string[] = []): boolean =>
    (covers.get(from) ?? []).some(
      (next) => next === to || (!seen.includes(next) && reaches(next, to, [...seen, next])),
    )
  expect(rules.filter(({ id }) => reaches(id, id)).map(({ id }) => id)).toEqual([])
})
