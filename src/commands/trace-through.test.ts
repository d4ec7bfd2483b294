import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { behavior, customOrigin, defaultBehavior, group } from '#fixtures/build.ts'
import { pathThroughThing } from './trace-through.ts'

const config = ['resources', 'Site', 'config']
const design: DesignDocument = {
  formatVersion: 1,
  layout: {},
  scenarios: [],
  resources: {
    Site: {
      type: 'Distribution',
      config: {
        Origins: [customOrigin('web'), customOrigin('api'), customOrigin('spare'), customOrigin('unused')],
        OriginGroups: [group('both', ['web', 'spare'])],
        CacheBehaviors: [
          behavior('/api/a', 'web'),
          behavior('/api/*', 'api'),
          behavior('/api/v1/*', 'api'),
          behavior('*.jp?g', 'both'),
        ],
        DefaultCacheBehavior: defaultBehavior('web'),
      },
    },
  },
}
const urlOf = (...path: (string | number)[]) => pathThroughThing(design, [...config, ...path])?.url

test('a path that leads through a behavior is one that no earlier behavior takes', () => {
  expect(urlOf('CacheBehaviors', 0)).toBe('/api/a')
  expect(urlOf('CacheBehaviors', 1)).toBe('/api/index.html')
  expect(urlOf('CacheBehaviors', 2)).toBeUndefined()
  expect(urlOf('CacheBehaviors', 3)).toBe('/a.jpag')
  expect(urlOf('DefaultCacheBehavior')).toBe('/')
})

test('an origin and a group are reached through the first behavior that leads to them', () => {
  expect(urlOf('Origins', 1)).toBe('/api/index.html')
  expect(urlOf('OriginGroups', 0)).toBe('/a.jpag')
  expect(urlOf('Origins', 3)).toBeUndefined()
  expect(urlOf()).toBe('/')
})
