import { beforeEach, expect, test } from 'vitest'
import { valueAt } from '#core/model/path.ts'
import { behavior, customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'
import { currentDocument, openDesign } from '#state/design.ts'
import { useSession } from '#state/session.ts'
import { thingMenu } from './thing-menu.ts'

const config = ['resources', 'Site', 'config']
const listed = () =>
  (
    valueAt(currentDocument(), [...config, 'CacheBehaviors']) as {
      PathPattern: string
      TargetOriginId: string
    }[]
  ).map(({ PathPattern, TargetOriginId }) => [PathPattern, TargetOriginId])
const addBefore = (...path: (string | number)[]) => {
  const entry = thingMenu([...config, ...path]).find(({ label }) => label === 'Add a behavior before it')
  if (entry && 'run' in entry) entry.run()
}

beforeEach(() => {
  openDesign(
    'design',
    'Test',
    distribution({
      Origins: [customOrigin('web'), customOrigin('api')],
      CacheBehaviors: [behavior('/a/*', 'web'), behavior('/b/*', 'api')],
      DefaultCacheBehavior: defaultBehavior('web'),
    }),
  )
})

test('a behavior is added before another one, to the same place, and its pattern is the next to write', () => {
  addBefore('CacheBehaviors', 1)
  expect(listed()).toEqual([
    ['/a/*', 'web'],
    ['/path/*', 'api'],
    ['/b/*', 'api'],
  ])
  expect(useSession.getState().selection).toEqual([...config, 'CacheBehaviors', 1])
})

test('before the default behavior is behind all others', () => {
  addBefore('DefaultCacheBehavior')
  expect(listed().at(-1)).toEqual(['/path/*', 'web'])
})
