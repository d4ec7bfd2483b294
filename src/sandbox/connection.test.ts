import { afterAll, expect, test } from 'vitest'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())
const event = {
  clientCertificate: { certificates: { leaf: { serialNumber: '00:9e:2a', issuer: 'CN=Example CA' } } },
  clientIp: '203.0.113.7',
}
const connect = (code: string, keyValueStores = {}) =>
  runner.run({
    language: 'cloudfront-js-2.0',
    code,
    handler: 'connectionHandler',
    isConnection: true,
    event,
    keyValueStores,
    now: 0,
  })

test('a connection function allows or denies, and logs', async () => {
  const code = `import cf from 'cloudfront'
async function connectionHandler(connection) {
  const serial = connection.clientCertificate.certificates.leaf.serialNumber.replaceAll(':', '')
  if (await cf.kvs().exists(serial)) {
    connection.logCustomData('REVOKED ' + serial)
    console.log('denied')
    return connection.deny()
  }
  return connection.allow()
}`
  expect(await connect(code, { revoked: { '009e2a': '1' } })).toMatchObject({
    ok: true,
    decision: 'deny',
    customData: 'REVOKED 009e2a',
    logs: ['denied'],
  })
  expect(await connect(code, { revoked: {} })).toMatchObject({ ok: true, decision: 'allow' })
})

test('a connection function that decides nothing has no decision, which denies', async () => {
  const outcome = await connect('function connectionHandler(connection) { connection.clientIp }')
  expect([outcome.ok, outcome.decision]).toEqual([true, undefined])
})

test('a connection function that fails has no decision', async () => {
  const outcome = await connect('function connectionHandler(connection) { connection.missing.thing }')
  expect([outcome.ok, outcome.decision, outcome.error?.type]).toEqual([false, undefined, 'TypeError'])
})

test('what a connection logs ends at 800 bytes, between characters', async () => {
  const outcome = await connect(
    "function connectionHandler(c) { c.logCustomData('x' + 'é'.repeat(500)); c.allow() }",
  )
  expect(new TextEncoder().encode(outcome.customData)).toHaveLength(799)
})
