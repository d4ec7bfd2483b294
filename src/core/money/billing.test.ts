/** The table of what is billed is held to the model: a setting that it does not know fails here. */
import { expect, test } from 'vitest'
import type { Shape } from '#core/model/shapes/shape.ts'
import { distributionConfig } from '#core/resources/distribution/shape.ts'
import { resourceTypes } from '#core/resources/index.ts'
import {
  type Billing,
  behaviorBilling,
  distributionBilling,
  originBilling,
  resourceBilling,
} from './billing.ts'
import { meters } from './meters/index.ts'

/** The fields of a structure that stands under a path of names; lists are looked into. */
function fieldsAt(...path: readonly string[]): string[] {
  let shape: Shape = distributionConfig
  const within = (outer: Shape): Shape => (outer.kind === 'list' ? within(outer.of) : outer)
  for (const step of path) {
    const outer = within(shape)
    const field = outer.kind === 'structure' ? outer.fields[step] : undefined
    if (!field) throw new Error(`There is no “${step}”.`)
    shape = field.shape
  }
  const last = within(shape)
  return last.kind === 'structure' ? Object.keys(last.fields) : []
}

const tables: readonly (readonly [string, Readonly<Record<string, Billing>>, readonly string[]])[] = [
  ['distribution', distributionBilling, fieldsAt()],
  ['behavior', behaviorBilling, fieldsAt('CacheBehaviors')],
  ['origin', originBilling, fieldsAt('Origins')],
  ['resource', resourceBilling, resourceTypes],
]

test.each(tables)('every setting of a %s is in the bill, free, or named as left out', (_, table, names) => {
  expect(names.length).toBeGreaterThan(10)
  expect(Object.keys(table).sort()).toEqual([...names].sort())
})

test('the table names meters that exist, and all of them but those of what stands beside a distribution', () => {
  const named = new Set(
    tables.flatMap(([, table]) =>
      Object.values(table).flatMap((billing) => ('meters' in billing ? billing.meters : [])),
    ),
  )
  const ids = meters.map(({ id }) => id)
  expect([...named].filter((id) => !ids.includes(id))).toEqual([])
  // Log deliveries are resources of CloudWatch.
  expect(ids.filter((id) => !named.has(id))).toEqual([
    'standard-logs-cloudwatch',
    'standard-logs-firehose',
    'standard-logs-parquet',
    // A protection of AWS Shield stands beside the distribution.
    'shield-advanced',
    'shield-transfer',
  ])
})
