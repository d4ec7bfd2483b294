/** A check takes time in proportion to a design, in whichever place the design is long. */
import { expect, test } from 'vitest'
import { rules } from '#core/rules/index.ts'
import { growingDesigns } from '#fixtures/grown-designs.ts'
import { seemsSteep, tooSteep } from '#fixtures/growth.ts'
import { findProblems } from './run.ts'

test('every list of every resource is made long, and every resource is there many times', () => {
  const names = growingDesigns.map(({ name }) => name)
  expect(names).toContain('Distribution/config/CacheBehaviors')
  expect(names).toContain('Distribution/config/CacheBehaviors/0/FunctionAssociations')
  expect(names).toContain('resources of Distribution')
})

/** All of them where CI is set, a quarter on a person's machine. */
const tried = growingDesigns.filter((_, index) => process.env['CI'] !== undefined || index % 4 === 1)

test('long lists and many resources are checked in proportion', () => {
  const steep = tried.flatMap(({ name, make }) => {
    const growing = {
      name,
      make,
      work: (document: ReturnType<typeof make>) => findProblems(rules, { document }),
    }
    return seemsSteep(growing, 1024) ? (tooSteep(growing, { from: 1024, to: 4096 }) ?? []) : []
  })
  expect(steep).toEqual([])
})
