import { expect, test } from 'vitest'
import { bucketGranting, distribution, oac } from '#fixtures/build.ts'
import { outlineEntries } from './entries.ts'

test('a resource is called by its name, and then by its kind in words', () => {
  const design = distribution({}, { Oac: oac, ...bucketGranting('s3:GetObject') })
  const own = outlineEntries(design, []).filter(({ path }) => path[1] === 'Oac' || path[1] === 'Files')
  expect(own.map(({ label }) => label)).toEqual(['Oac · Origin access control', 'Files · S3 bucket'])
  for (const { label, about = '' } of own) expect(label.endsWith(about) && about !== '').toBe(true)
})
