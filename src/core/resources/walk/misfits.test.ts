import { expect, test } from 'vitest'
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { misfitsIn, withoutMisfits } from './misfits.ts'

/** A config as a mistaken source gives it. */
const mistaken = (config: Readonly<Record<string, unknown>>): DesignDocument =>
  distribution(config as Partial<DistributionConfig>)
const configOf = (document: DesignDocument) =>
  document.resources['Site']?.config as Readonly<Record<string, unknown>>

test('a design whose values fit is the very same design', () => {
  const document = distribution()
  expect(withoutMisfits(document)).toBe(document)
  expect(misfitsIn(document)).toEqual([])
})

test('a value of another type is unknown and reported', () => {
  const document = mistaken({ Comment: ['a'], IsIPV6Enabled: 'maybe', Logging: 'on' })
  const config = configOf(withoutMisfits(document))
  expect(config['Comment']).toEqual({ unknown: '["a"]', expression: ['a'] })
  expect(config['Logging']).toMatchObject({ expression: 'on' })
  expect(misfitsIn(document)).toEqual(
    [
      { path: ['resources', 'Site', 'config', 'IsIPV6Enabled'], due: 'true or false' },
      { path: ['resources', 'Site', 'config', 'Comment'], due: 'a text' },
      { path: ['resources', 'Site', 'config', 'Logging'], due: 'a structure' },
    ].sort((a, b) => order(a) - order(b)),
  )
  function order({ path }: { path: readonly (string | number)[] }) {
    return Object.keys(configOf(document)).indexOf(String(path[3]))
  }
})

test('misfits are found within items of lists, and a list that is none is one unknown', () => {
  const document = mistaken({
    Origins: [{ ...customOrigin('web'), DomainName: ['web.example.org'] }],
    CacheBehaviors: 'all',
  })
  const config = configOf(withoutMisfits(document))
  expect(config['Origins']).toMatchObject([{ Id: 'web', DomainName: { expression: ['web.example.org'] } }])
  expect(config['CacheBehaviors']).toEqual([{ unknown: '"all"', expression: 'all' }])
  expect(misfitsIn(document).map(({ path }) => path.slice(3))).toEqual(
    expect.arrayContaining([['CacheBehaviors'], ['Origins', 0, 'DomainName']]),
  )
})

test('expressions fit every field, and numbers fit text', () => {
  const document = mistaken({
    Comment: 7,
    WebACLId: { ref: 'Acl', attribute: 'Arn' },
    Aliases: [{ unknown: '!Ref Names', expression: { Ref: 'Names' } }],
  })
  expect(misfitsIn(document)).toEqual([])
  expect(configOf(withoutMisfits(document))).toMatchObject({ Comment: '7' })
})

test('null is unknown and not reported twice', () => {
  const document = mistaken({ Comment: null })
  expect(misfitsIn(document)).toEqual([])
  expect(configOf(withoutMisfits(document))['Comment']).toMatchObject({ expression: null })
})

test('the misfits of a design are still known after they are made unknown', () => {
  const document = mistaken({ Comment: ['a'] })
  expect(misfitsIn(withoutMisfits(document))).toHaveLength(1)
})
