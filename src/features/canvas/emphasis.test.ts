import { expect, test } from 'vitest'
import { behavior, distribution } from '#fixtures/build.ts'
import { project } from '#things/project.ts'
import { foundIn } from './emphasis.ts'

const design = distribution({ CacheBehaviors: [behavior('/api/*', 'web'), behavior('/api/v2/*', 'web')] })
const found = (search: string) => foundIn(design, project(design), search).map(({ path }) => path.slice(3))

test('a path that is no pattern finds the behavior that serves it, and so does a URL', () => {
  expect(found('/api/v2/users')).toEqual([['CacheBehaviors', 0]])
  expect(found('https://shop.test/api/cart?a=1')).toEqual([['CacheBehaviors', 0]])
  expect(found('/other')).toEqual([['DefaultCacheBehavior']])
})

test('words find what bears them', () => {
  expect(found('/api/v2')).toEqual([['CacheBehaviors', 1]])
  expect(found('no such word')).toEqual([])
})
