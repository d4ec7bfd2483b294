import { createHash, createHmac } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { closed, opened } from './crossing.ts'
import { createRunner } from './runner.ts'

const runner = createRunner()
afterAll(() => runner.dispose())

test.each(['', 'plain', 'a\0b', '\uE000', '\0\uE0000\0', '\uE0001'])(
  'the text %j comes back as it was',
  (text) => {
    expect(closed(text)).not.toContain('\0')
    expect(opened(closed(text))).toBe(text)
  },
)

test('bytes of zero cross in both directions: digests, packed data, texts', async () => {
  const code = `const crypto = require('crypto'), zlib = require('zlib')
exports.handler = async () => {
  const out = []
  for (let i = 0; i < 60; i++) out.push(crypto.createHash('sha256').update(String(i)).digest('hex') + crypto.createHmac('sha1', Buffer.from([0, i, 0])).update(Buffer.from([i, 0, 1])).digest('base64'))
  console.log('a\\0b')
  return { out, again: zlib.gunzipSync(zlib.gzipSync(Buffer.alloc(50))).length }
}`
  const outcome = await runner.run({
    language: 'nodejs',
    code,
    handler: 'handler',
    event: {},
    now: 0,
    timeoutMs: 5000,
  })
  const expected = Array.from({ length: 60 }, (_, i) => {
    const hmac = createHmac('sha1', Buffer.from([0, i, 0])).update(Buffer.from([i, 0, 1]))
    return createHash('sha256').update(String(i)).digest('hex') + hmac.digest('base64')
  })
  expect(outcome.value).toEqual({ out: expected, again: 50 })
  expect(outcome.logs).toEqual(['a\0b'])
})
