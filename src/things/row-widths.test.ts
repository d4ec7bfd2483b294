import { expect, test } from 'vitest'
import { behavior, distribution, managed } from '#fixtures/build.ts'
import { functionPlaces } from './row-facts.ts'
import { rowWidths } from './row-widths.ts'

const share = (widths: ReturnType<typeof rowWidths>, name: 'pattern' | 'policy') =>
  Number.parseInt(widths[`--${name}-share`] ?? '', 10)
const site = (pattern: string, more = {}) =>
  rowWidths(distribution({ CacheBehaviors: [behavior(pattern, 'web', more)] }))

test('a column gets more of the width where its names are longer, and never all of it', () => {
  const short = site('/a', { CachePolicyId: managed.cachingOptimized })
  const long = site('/section/of/a/catalog/*', { CachePolicyId: managed.cachingOptimized })
  expect(share(long, 'pattern')).toBeGreaterThan(share(short, 'pattern'))
  expect(share(long, 'policy')).toBe(share(short, 'policy'))
  const endless = site(`/${'a'.repeat(200)}`)
  expect(share(endless, 'pattern') / (share(endless, 'pattern') + share(endless, 'policy'))).toBeLessThan(0.8)
})

test('“CachingOptimized” fits beside a pattern of fifteen letters where the two columns have 262 px', () => {
  const widths = site('/static/fonts/*', { CachePolicyId: managed.cachingOptimized })
  const [pattern, policy] = [share(widths, 'pattern'), share(widths, 'policy')]
  expect((262 * policy) / (pattern + policy)).toBeGreaterThan(130)
})

test('a place of functions takes room where a behavior of the design runs one there', () => {
  const widths = site('/a', {
    FunctionAssociations: [
      { EventType: 'viewer-response', FunctionARN: { ref: 'F', attribute: 'FunctionARN' } },
    ],
  })
  const taken = functionPlaces.filter(({ event }) => widths[`--${event}`] !== '0px').map(({ event }) => event)
  expect(taken).toEqual(['viewer-response'])
})
