import { expect, test } from 'vitest'
import { writeFormat } from '#core/formats/index.ts'
import type { ResourceType } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { resourceTypes } from '#core/resources/index.ts'
import readback from '#fixtures/corpus/reported/dc-readback.json?raw'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { type Imported, importSites, untold } from './import.ts'

const policyId = '11111111-2222-3333-4444-555555555555'
/** What get-distribution-config answers, with ids of things that are read as well. */
function answer(): JsonObject {
  const { DistributionConfig: config } = JSON.parse(readback)
  config.DefaultCacheBehavior.CachePolicyId = policyId
  config.Origins.Items[0].OriginAccessControlId = 'E1OAC'
  return config
}

async function imported() {
  const account = new MemoryAccount()
  const made = (
    type: 'Distribution' | 'CachePolicy' | 'OriginAccessControl',
    physicalId: string,
    own: JsonObject,
  ) => account.made.set(physicalId, { type, physicalId, arn: `arn:${physicalId}`, etag: '1', config: own })
  made('Distribution', 'E1', answer())
  made('CachePolicy', policyId, { Name: 'shared', MinTTL: 1 })
  made('OriginAccessControl', 'E1OAC', { Name: 'oac' })
  const steps = importSites(account.drivers, ['E1'])
  let next = await steps.next()
  while (!next.done) next = await steps.next()
  return next.value
}

test('an import names what the distribution refers to, and keeps the answer with the account’s own ids beside it', async () => {
  const { document, answered } = await imported()
  expect(JSON.stringify(document.resources)).toContain('{"ref":"Shared"}')
  const { text, losses } = writeFormat('distribution-config', answered)
  expect(JSON.parse(text)).toEqual(answer())
  expect(losses).toEqual([])
})

test('what AWS never tells and a resource needs is named, and nothing else', () => {
  const read = (type: ResourceType, config: JsonObject): Imported['live'][number] => ({
    id: type,
    type,
    live: { physicalId: 'i1', etag: '', config },
  })
  const live = resourceTypes.map((type) => read(type, { Name: 'one' }))
  expect(untold({ live })).toEqual([
    { id: 'TrustStore', type: 'TrustStore', field: 'CaCertificatesBundleSource' },
  ])
  expect(untold({ live: [read('TrustStore', { CaCertificatesBundleSource: {} })] })).toEqual([])
})
