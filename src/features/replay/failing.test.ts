import { expect, test } from 'vitest'
import { emptyCount } from '#core/replay/report/counts.ts'
import { behavior, distribution } from '#fixtures/build.ts'
import { mostFailing } from './failing.ts'

const design = distribution({ CacheBehaviors: [behavior('/a/*', 'web'), behavior('/b/*', 'web')] })
const report = (errors: Readonly<Record<string, number>>) => ({
  distribution: 'Site',
  byBehavior: Object.entries(errors).map(([name, count]) => ({
    ...emptyCount(),
    name,
    errors: count,
    requests: count + 1,
  })),
})

test('the behavior whose requests failed most is found in the design as it is', () => {
  expect(mostFailing(report({ '*': 1, '/b/*': 7, '/a/*': 2 }), design)).toEqual({
    pattern: '/b/*',
    errors: 7,
    requests: 8,
    path: ['resources', 'Site', 'config', 'CacheBehaviors', 1],
  })
  expect(mostFailing(report({ '*': 1 }), design)?.path?.at(-1)).toBe('DefaultCacheBehavior')
})

test('a replay without errors has none, and a behavior that has gone is told without a place', () => {
  expect(mostFailing(report({ '*': 0, '/a/*': 0 }), design)).toBeUndefined()
  expect(mostFailing(report({ '/gone/*': 3 }), design)).toMatchObject({ errors: 3, path: undefined })
})
