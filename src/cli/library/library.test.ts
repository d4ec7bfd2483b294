import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { siteTemplate } from '#fixtures/local-run.ts'
import { check, rules } from './check.ts'
import { openDistribution, trace } from './trace.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-entries-'))
const source = join(folder, 'site.yaml')
const text = siteTemplate()
writeFileSync(source, text)

test('a check of a file, of its text and of its folder finds the same', async () => {
  const found = async (from: Parameters<typeof check>[0]) =>
    (await check(from)).files.flatMap(({ designs }) => designs.flatMap(({ diagnostics }) => diagnostics))
  const own = await found(source)
  expect(own.length).toBeGreaterThan(0)
  const rulesOf = (list: typeof own) => list.map(({ rule, path }) => `${rule} ${path}`)
  expect(rulesOf(await found({ text }))).toEqual(rulesOf(own))
  expect(rulesOf(await found(folder))).toEqual(rulesOf(own))
  expect(rules.map(({ id }) => id)).toContain('access/key-group-empty')
})

test('a team’s decisions hold for its files', async () => {
  const { files } = await check(source)
  const [first] = files[0]?.designs[0]?.diagnostics ?? []
  const elsewhere = mkdtempSync(join(tmpdir(), 'frontage-decided-'))
  writeFileSync(join(elsewhere, 'site.yaml'), text)
  writeFileSync(
    join(elsewhere, 'frontage.json'),
    JSON.stringify({ rules: { [first?.rule ?? '']: { level: 'off', reason: 'decided' } } }),
  )
  const left = (await check(join(elsewhere, 'site.yaml'))).files[0]?.designs[0]?.diagnostics ?? []
  expect(left.map(({ rule }) => rule)).not.toContain(first?.rule)
})

test('what cannot be read or is not there is told by a rejection', async () => {
  await expect(check(join(folder, 'none.yaml'))).rejects.toThrow('no such file')
  await expect(check({ text: 'a: [' })).rejects.toThrow('text')
  await expect(check(source, { distribution: 'Moon' })).rejects.toThrow('“Moon”')
  await expect(openDistribution(source, { distribution: 'Moon' })).rejects.toThrow('“Moon”')
  await expect(trace(source, 'ftp://x/')).rejects.toThrow('ftp')
})

test('an opened distribution keeps its caches between requests, and its origins do as they are told', async () => {
  const origins = { web: [{ response: { status: 200, headers: { 'cache-control': 'max-age=60' } } }] }
  const site = await openDistribution(source, { origins })
  const first = await site.request('/a')
  expect(first.originRequests).toHaveLength(1)
  expect((await site.request({ url: '/a' })).xCache).toBe('Hit from cloudfront')
  site.advance(61)
  expect((await site.request('/a')).resultType).not.toBe('Hit')
  expect(site.invalidate(['/*'])).toBeGreaterThan(0)
  expect(site.evict('edge')).toBe(0)
  site.close()
})
