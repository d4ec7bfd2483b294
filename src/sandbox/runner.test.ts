import { expect, test } from 'vitest'
import type { FunctionRun } from '#core/edge/runner.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
const run = (code: string, more: Partial<FunctionRun> = {}) =>
  runner.run({
    language: 'cloudfront-js-2.0',
    code,
    handler: 'handler',
    event: { request: { uri: '/a', headers: {} } },
    now: 1767225600000,
    ...more,
  })
const node = (code: string, more: Partial<FunctionRun> = {}) =>
  run(code, { language: 'nodejs', handler: 'index.handler', ...more })

test('a handler gives back what it returns', async () => {
  expect(
    await run('function handler(event) { event.request.uri += "x"; return event.request }'),
  ).toMatchObject({
    ok: true,
    value: { uri: '/ax' },
  })
})

test('a key value store is read through the cloudfront module', async () => {
  const code = `import cf from 'cloudfront';
const store = cf.kvs();
async function handler(event) { return { to: await store.get('/a'), has: await store.exists('b'), n: await store.count() } }`
  const outcome = await run(code, { keyValueStores: { map: { '/a': '/new' } } })
  expect(outcome.value).toEqual({ to: '/new', has: false, n: 1 })
})

test('hashes are those of Node.js', async () => {
  const code = `var crypto = require('crypto'); function handler() { return [crypto.createHash('sha256').update('a').digest('hex'), crypto.createHmac('sha256', 'k').update('é').digest('base64url')] }`
  const { createHash, createHmac } = await import('node:crypto')
  expect((await run(code)).value).toEqual([
    createHash('sha256').update('a').digest('hex'),
    createHmac('sha256', 'k').update('é').digest('base64url'),
  ])
})

test('an error names the line of the source', async () => {
  const outcome = await run('function handler(event) {\n  return event.missing.thing\n}')
  expect(outcome.error).toMatchObject({ type: 'TypeError', line: 2 })
})

test('an endless loop is stopped', async () => {
  expect((await run('function handler() { for (;;) {} }', { timeoutMs: 50 })).error?.type).toBe(
    'TimeoutError',
  )
})

test('a Lambda handler may answer by callback, by promise, and as a module', async () => {
  expect((await node('exports.handler = (e, c, cb) => cb(null, { n: 1 })')).value).toEqual({ n: 1 })
  expect((await node('exports.handler = async () => ({ n: 2 })')).value).toEqual({ n: 2 })
  expect((await node('export const handler = async () => ({ n: 3 })')).value).toEqual({ n: 3 })
})

test('the AWS SDK says that it is not here', async () => {
  const code = `const { S3Client } = require('@aws-sdk/client-s3'); exports.handler = async () => new S3Client({}).send({})`
  expect((await node(code)).limit?.cannot).toBe('sdk')
})

test('a function that runs again starts afresh, and what it throws keeps its name', async () => {
  const code = `var n = 0; function Bad(m) { this.message = m } ; function handler(event) { n++; var e = new Error('x'); e.name = 'Own'; e.message = 'y'; var o = { toString: 1 }; o.valueOf = 2; return [n, e.name, e.message, o.valueOf] }`
  expect((await run(code)).value).toEqual([1, 'Own', 'y', 2])
  expect((await run(code)).value).toEqual([1, 'Own', 'y', 2])
})

test('a run cannot change a built-in for the next one', async () => {
  const code = `function handler() { var key = 'mark'; try { Math[key] = (Math[key] || 0) + 1 } catch (e) {} ; return Math[key] === undefined ? 'clean' : Math[key] }`
  expect((await run(code)).value).toBe('clean')
  expect((await run(code)).value).toBe('clean')
})

test('time stands still and chance repeats', async () => {
  const code = 'function handler() { return [Date.now(), new Date().getTime(), Math.random()] }'
  const [first, second] = [await run(code), await run(code)]
  expect(first.value).toEqual(second.value)
  expect(first.value).toMatchObject([1767225600000, 1767225600000, expect.any(Number)])
})
