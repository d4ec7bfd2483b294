/** Names that JavaScript's own objects have, and values of the wrong type, pass every door of the formats. */
import { expect, test } from 'vitest'
import { formats, readSource, writeFormat } from './index.ts'

const configs: Readonly<Record<string, unknown>> = {
  'a structure for a list': { Origins: { a: 1 } },
  'nothing in a list': { Origins: [null], CacheBehaviors: [null] },
  'a structure for a list of texts': { Aliases: { unknown: 5 } },
  'numbers for structures': { Origins: 5, DefaultCacheBehavior: 7, ViewerCertificate: [] },
}

test.each(Object.entries(configs))('%s: a design is read and written by every format', (_, config) => {
  const text = JSON.stringify({ formatVersion: 1, resources: { Site: { type: 'Distribution', config } } })
  const read = readSource(text)
  if (!read.ok) return
  for (const { id, write } of formats)
    if (write) expect(typeof writeFormat(id, read.value.document).text).toBe('string')
})

const own = Object.getOwnPropertyNames(Object.prototype).filter(
  (name) => name !== '__proto__' && name !== 'constructor',
)

test.each(own)('a field called “%s” is kept as any unknown one', (name) => {
  const config = {
    Comment: 'a',
    [name]: 'x',
    Origins: { Quantity: 1, Items: [{ Id: 'a', [name]: { [name]: 1 } }] },
  }
  const api = readSource(
    JSON.stringify({ ...config, CallerReference: 'r', Enabled: true, DefaultCacheBehavior: {} }),
  )
  expect(api.ok).toBe(true)
  const template = {
    Resources: {
      [name]: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: { DistributionConfig: { Origins: [{ Id: 'a', [name]: 1 }], [name]: 'x' } },
      },
    },
  }
  const read = readSource(JSON.stringify(template))
  expect(read.ok).toBe(true)
  for (const source of [api, read])
    if (source.ok)
      for (const { id, write } of formats)
        if (write) expect(writeFormat(id, source.value.document).text).not.toBe('')
})
