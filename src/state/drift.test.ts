import { expect, test } from 'vitest'
import { resolveConfig } from '#core/plan/resolve.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'
import { driftOf, driftsWithin } from './drift.ts'

const design = (host: string, more = {}) =>
  distribution({
    Origins: [customOrigin('web', { DomainName: host }), customOrigin('api')],
    CacheBehaviors: [behavior('/api/*', 'api')],
    ...more,
  })
const live = {
  Site: { physicalId: 'E1', etag: '1', config: resolveConfig(design('web.example.org'), 'Site', {}).config },
}
const origin = (index: number) => ['resources', 'Site', 'config', 'Origins', index]

test('a design that is as the account has it does not drift', () => {
  expect(driftOf(design('web.example.org'), live)).toEqual([])
})

test('a difference is at the origin that it is about, and within its distribution', () => {
  const paths = driftOf(design('new.example.org'), live)
  expect(driftsWithin(paths, origin(0))).toBe(1)
  expect(driftsWithin(paths, origin(1))).toBe(0)
  expect(driftsWithin(paths, ['resources', 'Site'])).toBe(1)
})

test('a behavior that the account does not have is a difference of the distribution', () => {
  const paths = driftOf(design('web.example.org', { CacheBehaviors: [] }), live)
  expect(driftsWithin(paths, ['resources', 'Site', 'config'])).toBe(1)
})

test('what the account does not have at all is no drift', () => {
  expect(driftOf(design('web.example.org'), {})).toEqual([])
})
