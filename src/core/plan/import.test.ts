import { expect, test } from 'vitest'
import { writeFormat } from '#core/formats/index.ts'
import type { JsonObject } from '#core/model/field.ts'
import readback from '#fixtures/corpus/reported/dc-readback.json?raw'
import { MemoryAccount } from '#fixtures/memory-account.ts'
import { importSites } from './import.ts'

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
