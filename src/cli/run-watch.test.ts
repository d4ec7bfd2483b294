/** Saves while `frontage run --watch` runs, with the files and the watcher of the system. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { siteTemplate } from '#fixtures/local-run.ts'
import type { LocalCdn } from '#local/local-cdn.ts'
import { startPlain, usualLimits } from '#local/viewer/servers.ts'
import { openCdn } from './run-open.ts'
import { storeChanges, watchSources } from './run-watch.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-watch-'))
const source = join(folder, 'site.yaml')
// A folder of its own: that of the template is watched anyway.
const kvs = join(mkdtempSync(join(tmpdir(), 'frontage-stores-')), 'stores.json')
const template = (status: number) =>
  siteTemplate({
    behavior: 'FunctionAssociations: [{ EventType: viewer-request, FunctionARN: !GetAtt Fn.FunctionARN }]',
    resources: `
  Flags: { Type: AWS::CloudFront::KeyValueStore, Properties: { Name: flags } }
  Fn:
    Type: AWS::CloudFront::Function
    Properties:
      Name: fn
      AutoPublish: true
      FunctionConfig: { Comment: '', Runtime: cloudfront-js-2.0, KeyValueStoreAssociations: [{ KeyValueStoreARN: !GetAtt Flags.Arn }] }
      FunctionCode: |
        import cf from 'cloudfront'
        async function handler() {
          return { statusCode: ${status}, headers: { 'x-flag': { value: await cf.kvs().get('flag') } } }
        }
`,
  })
const save = (flag: string) => writeFileSync(kvs, JSON.stringify({ Flags: { flag } }))

let cdn: LocalCdn
let url = ''
let end = async () => {}
const told: string[] = []
beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0)
  writeFileSync(source, template(204))
  save('one')
  const options = { origin: {}, host: [], viewer: [], verifyOac: false, parameters: {}, kvs }
  const opened = await openCdn([source], options)
  if (!opened.ok) throw new Error(opened.error.join(' '))
  cdn = opened.value
  const server = await startPlain(cdn, { port: 0, address: '127.0.0.1', limits: usualLimits, onFault() {} })
  url = `http://127.0.0.1:${server.port}/`
  const stop = watchSources(cdn, [source], options)
  end = async () => {
    stop()
    await server.close()
    cdn.close()
  }
})
afterAll(async () => {
  vi.restoreAllMocks()
  await end()
})

const seen = async () => {
  const { status, headers } = await fetch(url)
  return `${status} ${headers.get('x-flag')}`
}
const becomes = (wanted: string) =>
  vi.waitFor(async () => expect(await seen()).toBe(wanted), { timeout: 20_000, interval: 50 })

test('a saved store file and a saved template are taken, and a broken one leaves the last good one', async () => {
  expect(await seen()).toBe('204 one')
  save('two')
  await becomes('204 two')
  expect(told.join('')).toContain('The key value store “Flags”: “flag” has another value.')
  expect(told.join('')).not.toContain('two')
  writeFileSync(kvs, '{ broken')
  await vi.waitFor(() => expect(told.join('')).toContain('The last good one goes on.'), { timeout: 20_000 })
  expect(await seen()).toBe('204 two')
  save('three')
  writeFileSync(source, template(410))
  await becomes('410 three')
})

test('keys that came, changed and went are named, their values are not', () => {
  expect(
    storeChanges({ a: { kept: '1', old: '1', gone: '1' } }, { a: { kept: '1', old: '2', fresh: '3' } }),
  ).toEqual(['The key value store “a”: “old” has another value, “gone” is gone, “fresh” is new.'])
  expect(storeChanges({ a: { b: '1' } }, { a: { b: '1' } })).toEqual([])
})
