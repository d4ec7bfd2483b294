/** A check takes time in proportion to a design, in whichever place the design is long. */
import { expect, test } from 'vitest'
import { rules } from '#core/rules/index.ts'
import { comparedDesigns, type GrowingDesign, growingDesigns } from '#fixtures/grown-designs.ts'
import { seemsSteep, tooSteep } from '#fixtures/growth.ts'
import type { Rule } from './rule.ts'
import { findProblems } from './run.ts'

test('every list of every resource is made long, and every resource is there many times', () => {
  const names = growingDesigns.map(({ name }) => name)
  expect(names).toContain('Distribution/config/CacheBehaviors')
  expect(names).toContain('Distribution/config/CacheBehaviors/0/FunctionAssociations')
  expect(names).toContain('resources of Distribution')
})

/** All of them where CI is set, a quarter on a person's machine. */
const tried = growingDesigns.filter((_, index) => process.env['CI'] !== undefined || index % 4 === 1)

/** What is wrong with how the check of some designs grows, from a size on. */
const steepOf = (
  those: readonly Rule[],
  designs: readonly GrowingDesign[],
  from: number,
): readonly string[] =>
  designs.flatMap(({ name, make }) => {
    const growing = {
      name,
      make,
      work: (document: ReturnType<typeof make>) => findProblems(those, { document }),
    }
    return seemsSteep(growing, from) ? (tooSteep(growing, { from, to: 4096 }) ?? []) : []
  })

test('long lists and many resources are checked in proportion', () => {
  expect(steepOf(rules, tried, 1024)).toEqual([])
})

/** A rule that looks at one part at a time compares none. */
const comparing = rules.filter(({ sees }) => sees !== 'behavior' && sees !== 'origin')

test('patterns are compared, and uses counted, in proportion', () => {
  expect(steepOf(comparing, comparedDesigns, 4096)).toEqual([])
})
