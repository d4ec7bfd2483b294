import { expect, test } from 'vitest'
import { distribution } from '#fixtures/build.ts'
import { outcomesOf } from './outcomes.ts'

test('a design whose alternate domain names are none is asked by its own name, or by the first that is one', async () => {
  const hostsOf = async (...Aliases: string[]) => {
    const outcomes = await outcomesOf(distribution({ Aliases }), 'Site')
    return new Set([...outcomes.keys()].flatMap((asked) => /https?:\/\/([^/]*)/.exec(asked)?.[1] ?? []))
  }
  expect(await hostsOf('https://www.shop.test', 'not a host')).toEqual(
    new Set(['d111111abcdef8.cloudfront.net']),
  )
  expect(await hostsOf('https://www.shop.test', '*.shop.test')).toEqual(new Set(['www.shop.test']))
})
