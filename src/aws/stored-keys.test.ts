/** Keys over HTTP against ministack. */
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyChanges, updatesOf } from '#core/plan/stored-keys.ts'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import { storedKeys } from './stored-keys.ts'

let ministack: StandIn
beforeAll(async () => {
  ministack = await startMinistack()
}, 60_000)
afterAll(() => ministack?.stop())

// A key of no account: the stand-in does not read the account out of signatures for several regions.
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

async function storeNamed(Name: string) {
  const { endpoint } = ministack
  const aws = new CloudFront({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 })
  await aws.createKeyValueStore({ Name })
  const store = storedKeys(aws, { credentials, endpoint })
  return { store, arn: await store.arnOf(Name) }
}

test('a store becomes what a file holds, in as many updates as CloudFront wants', async () => {
  const { store, arn } = await storeNamed('flags')
  const wanted = new Map(Array.from({ length: 120 }, (_, at) => [`key/${at} é`, `value ${at}`]))
  const set = async (target: ReadonlyMap<string, string>) => {
    const { pairs, etag } = await store.read(arn)
    const updates = updatesOf(keyChanges(pairs, target, true))
    let tag = etag
    for (const update of updates) tag = await store.update(arn, tag, update)
    return updates.length
  }
  expect(await set(wanted)).toBe(3)
  expect((await store.read(arn)).pairs).toEqual(wanted)
  expect(await set(wanted)).toBe(0)
  expect(await set(new Map([['only', 'this']]))).toBe(3)
  expect((await store.read(arn)).pairs).toEqual(new Map([['only', 'this']]))
})

test('an update of a store that somebody else changed meanwhile is refused', async () => {
  const { store, arn } = await storeNamed('raced')
  const { etag } = await store.read(arn)
  const change = { puts: [{ key: 'a', value: '1' }], deletes: [] }
  await store.update(arn, etag, change)
  await expect(store.update(arn, etag, change)).rejects.toThrow(/Changing the keys: AWS answers/)
})

test('a store that is not there is named', async () => {
  const { store } = await storeNamed('there')
  await expect(store.arnOf('elsewhere')).rejects.toThrow(/“elsewhere”/)
})
