import { expect, test } from 'vitest'
import { rules } from '#core/rules/index.ts'
import { exampleTexts } from './examples.ts'

test('every rule can be shown by a bad example', () => {
  const without = rules.filter((rule) => exampleTexts(rule) === undefined).map(({ id }) => id)
  expect(without).toEqual([])
})

test('an example is the object that the finding is about, bad and good', () => {
  const rule = rules.find(({ id }) => id === 'behavior/allowed-methods-set')
  expect(rule && exampleTexts(rule)).toEqual({
    at: '/resources/Site/config/CacheBehaviors/0/AllowedMethods',
    bad: { name: 'no set', text: expect.stringContaining('POST') },
    good: { name: 'a set', text: expect.stringContaining('HEAD') },
  })
})
