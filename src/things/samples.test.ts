import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSource } from '#core/formats/index.ts'
import { valueAt } from '#core/model/path.ts'
import { exampleValues, sampleOrigins } from './samples.ts'
import { thingAt } from './thing.ts'

const designOf = (file: string) => {
  const read = readSource(readFileSync(`public/examples/${file}`, 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.document
}

test.each(readdirSync('public/examples'))('%s: what is an example’s is led to by its field', (file) => {
  const document = designOf(file)
  for (const { thing, path } of exampleValues(document)) {
    expect(thingAt(document, path)?.path).toEqual(thing)
    expect(valueAt(document, path)).toBeDefined()
  }
})

test('hosts of nobody, AWS’s own account and its own key are an example’s; a sample is told once', () => {
  const names = (file: string) => exampleValues(designOf(file)).map(({ name }) => name)
  expect(names('wordpress.yaml')).toEqual(['the host of origin blog'])
  expect(names('multi-tenant.yaml')).toEqual(['the host of origin app', 'the certificate of Platform'])
  expect(names('signed-video.yaml')).toEqual(['the host of origin media', 'the public key of Viewers'])
  const spa = designOf('spa-with-api.yaml')
  expect([sampleOrigins(spa).length, exampleValues(spa).length]).toEqual([1, 0])
})
