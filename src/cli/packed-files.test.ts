import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createPacker } from './packed-files.ts'

const script = {
  type: 'text/javascript; charset=utf-8',
  body: new TextEncoder().encode('export {}\n'.repeat(500)),
}

test('a browser that takes gzip gets less, which unpacks to the same', async () => {
  const pack = createPacker()
  const packed = await pack('/assets/a.js', script, 'gzip, deflate, br')
  if (!packed) throw new Error('It was not packed.')
  expect(packed.length).toBeLessThan(script.body.length / 10)
  expect(new Uint8Array(gunzipSync(packed))).toEqual(script.body)
  expect(await pack('/assets/a.js', script, 'gzip')).toBe(packed)
})

test('who does not ask for it, and what would not get smaller, gets the file as it is', async () => {
  const pack = createPacker()
  expect(await pack('/a.js', script, undefined)).toBeUndefined()
  expect(await pack('/a.js', script, 'gzip;q=0, br')).toBeUndefined()
  expect(await pack('/a.ttf', { ...script, type: 'font/ttf' }, 'gzip')).toBeUndefined()
  expect(await pack('/a.js', { ...script, body: script.body.subarray(0, 100) }, 'gzip')).toBeUndefined()
})
