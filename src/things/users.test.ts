import { expect, test } from 'vitest'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { cloudFrontFunction, running } from '#fixtures/build.ts'
import { onlyUser } from './users.ts'

test('a function that one behavior runs has that behavior as its only user, and an unused one has none', () => {
  const design = running('function handler(event) { return event.request }')
  const [id = ''] = Object.entries(design.resources).flatMap(([name, { type }]) =>
    type === 'Function' ? [name] : [],
  )
  const [behavior] = distributionsIn(design).flatMap((site) => behaviorsOf(site))
  expect(onlyUser(design, id)).toEqual(behavior?.path)
  const unused = { ...design, resources: { ...design.resources, Idle: cloudFrontFunction('') } }
  expect(onlyUser(unused, 'Idle')).toBeUndefined()
})
