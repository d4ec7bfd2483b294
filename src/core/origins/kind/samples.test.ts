import { expect, test } from 'vitest'
import { originKinds } from '#core/origins/index.ts'
import { isSampleHost } from './samples.ts'

test('the name that each kind of origin begins with is a sample, and no other one is', () => {
  const presets = originKinds.flatMap(({ preset }) => preset?.origin.DomainName ?? [])
  expect(presets.length).toBeGreaterThan(5)
  for (const host of presets) expect(isSampleHost(host)).toBe(true)
  for (const host of [
    'www.example.com',
    'files.s3.eu-west-1.amazonaws.com',
    '',
    undefined,
    { ref: 'Bucket' },
  ])
    expect(isSampleHost(host)).toBe(false)
})
