/** What an apply sends where others changed fields that the design does not touch. */
import { expect, test } from 'vitest'
import { distribution } from '#fixtures/build.ts'
import { MemoryAccount } from '#fixtures/memory-account.ts'

const design = (Comment: string) => distribution({ Comment, PriceClass: 'PriceClass_100' })

test('others’ changes are sent back with the design’s, are told, and the next plan is empty', async () => {
  const account = new MemoryAccount()
  const first = await account.apply(design('one'))
  const id = first.live['Site']?.physicalId ?? ''
  account.change(id, { PriceClass: 'PriceClass_200', WebACLId: 'arn:theirs', FieldOfTomorrow: 'on' })
  const { plan } = await account.apply(design('two'))
  expect(plan.steps[0]?.conflicts.map(({ path, isTwoSided }) => [path.join('.'), isTwoSided])).toEqual(
    expect.arrayContaining([
      ['PriceClass', false],
      ['WebACLId', false],
    ]),
  )
  expect(plan.steps[0]?.changes.map(({ path }) => path.join('.'))).toEqual(['Comment'])
  expect(account.made.get(id)?.config).toMatchObject({
    Comment: 'two',
    PriceClass: 'PriceClass_200',
    WebACLId: 'arn:theirs',
    FieldOfTomorrow: 'on',
  })
  const next = await account.plan(design('two'))
  expect(next.plan.steps.map(({ action }) => action)).toEqual(['unchanged'])
})
