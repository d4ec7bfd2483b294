/** keys and invalidate as they are called, against ministack. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { driversFor } from '#aws/drivers/index.ts'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import { distribution } from '#fixtures/build.ts'
import { called } from '#fixtures/called.ts'
import { JournaledAccount } from '#fixtures/journaled-account.ts'
import { invalidateLive } from './invalidate-live.ts'
import { keys } from './keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-keys-'))
let ministack: StandIn
let aws: CloudFront
beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test'
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test'
  ministack = await startMinistack()
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  aws = new CloudFront({ region: 'us-east-1', endpoint: ministack.endpoint, credentials, maxAttempts: 1 })
}, 60_000)
afterAll(async () => {
  await ministack?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const fileOf = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
const keysOf = (store: string, more: Partial<Parameters<typeof keys>[1]> = {}) =>
  called(() =>
    keys(store, { prune: false, yes: false, format: 'text', endpointUrl: ministack.endpoint, ...more }),
  )

test('a file is compared, then stored, and values stay out of what is told', async () => {
  await aws.createKeyValueStore({ Name: 'routes' })
  const from = fileOf('routes.json', '{"/old": "/new-secret", "/a": "/b"}')
  const asked = await keysOf('routes', { from })
  expect(asked).toMatchObject({ status: 1, out: '+ add     /old\n+ add     /a\n' })
  expect(asked.err).toContain('--yes')
  expect(await keysOf('routes', { from, yes: true })).toMatchObject({ status: 0, err: '' })
  expect(await keysOf('routes', { from })).toMatchObject({ status: 0, out: 'Nothing to change.\n' })
  const next = fileOf('next.json', '{"data": [{"key": "/a", "value": "/c"}]}')
  const pruned = await keysOf('routes', { from: next, prune: true, yes: true, format: 'json' })
  expect(JSON.parse(pruned.out)).toEqual({ added: [], changed: ['/a'], removed: ['/old'], done: true })
  expect((await keysOf('routes')).out).toBe('/a\t/c\n')
  expect(JSON.parse((await keysOf('routes', { format: 'json' })).out)).toEqual({
    data: [{ key: '/a', value: '/c' }],
  })
})

test('what cannot be read is status 2 and names the thing', async () => {
  const nowhere = await keysOf('nowhere')
  expect(nowhere.status).toBe(2)
  expect(nowhere.err).toContain('“nowhere”')
  const wrong = await keysOf('routes', { from: fileOf('wrong.json', '{"a": 1}') })
  expect(wrong).toMatchObject({ status: 2, out: '' })
  expect(wrong.err).toContain('wrong.json: The value of “a” is no text')
})

const invalidated = (paths: readonly string[], id: string, yes: boolean) =>
  called(() => invalidateLive(paths, { id, yes, format: 'json', endpointUrl: ministack.endpoint }))

test('paths and cache tags of a live distribution are invalidated, and only on request', async () => {
  const { live } = await new JournaledAccount(driversFor(aws)).apply(distribution())
  const id = live['Site']?.physicalId ?? ''
  const all = async () => (await aws.listInvalidations({ DistributionId: id })).InvalidationList?.Items ?? []
  expect(await invalidated(['/a/*'], id, false)).toMatchObject({ status: 1, out: '' })
  expect(await all()).toEqual([])
  const told = await invalidated(['/a/*', '#product:tv'], id, true)
  const { invalidation } = JSON.parse(told.out) as { invalidation: string }
  const made = await aws.getInvalidation({ DistributionId: id, Id: invalidation })
  expect(made.Invalidation?.InvalidationBatch?.Paths?.Items).toEqual(['/a/*', '#product:tv'])
})

test('paths that CloudFront refuses are not sent', async () => {
  const told = await invalidated(['images/*'], 'E1', true)
  expect(told).toMatchObject({ status: 1, out: '' })
  expect(told.err).toContain('images/*')
})
