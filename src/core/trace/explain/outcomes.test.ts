import { expect, test } from 'vitest'
import { distribution } from '#fixtures/build.ts'
import { tryBoth } from './outcomes.ts'

test('a design whose alternate domain names are none is asked by its own name, or by the first that is one', async () => {
  const hostsOf = async (...Aliases: string[]) => {
    const design = distribution({ Aliases })
    const hosts = new Set<string | undefined>()
    for await (const { asked } of tryBoth(design, design, 'Site', ['*']))
      hosts.add(/https?:\/\/([^/]*)/.exec(asked)?.[1])
    return hosts
  }
  expect(await hostsOf('https://www.shop.test', 'not a host')).toEqual(
    new Set(['d111111abcdef8.cloudfront.net']),
  )
  expect(await hostsOf('https://www.shop.test', '*.shop.test')).toEqual(new Set(['www.shop.test']))
})
