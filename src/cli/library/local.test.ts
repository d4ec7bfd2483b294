import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changesBetween } from '#cli/run-watch.ts'
import { designOf, siteTemplate, startOrigin } from '#fixtures/local-run.ts'
import { createLocalCdn } from './local.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-library-'))
const source = join(folder, 'site.yaml')
writeFileSync(source, siteTemplate())

test('a test of somebody else starts it, asks, moves the clock, lets an origin fail, and stops it', async () => {
  const web = await startOrigin((_, reply) => reply.setHeader('cache-control', 'max-age=60').end('hello'))
  const cdn = await createLocalCdn({
    source,
    origins: { web: `http://127.0.0.1:${web.port}` },
    viewer: { country: 'DE' },
    now: '2026-01-01T00:00:00Z',
  })
  expect(cdn.distributions).toEqual(['Site'])
  expect((await fetch(`${cdn.url}/a`)).headers.get('x-cache')).toBe('Miss from cloudfront')
  expect(await (await fetch(`${cdn.url}/a`)).text()).toBe('hello')
  expect(await cdn.explain('/b')).toMatchObject({ xCache: 'Miss from cloudfront', ttl: 60 })
  await cdn.advance(30)
  expect((await cdn.explain('/b')).headers['age']).toBe('30')
  expect(await cdn.invalidate(['/*'])).toBeGreaterThan(1)
  await cdn.failOrigin('web', 'dns')
  expect((await cdn.explain('/c', { viewer: { pop: 'NRT57' } })).status).toBe(502)
  await expect(cdn.failOrigin('moon', null)).rejects.toThrow('There is no origin “moon”')
  await cdn.close()
  await web.close()
})

test('what is wrong with a source or an origin is told', async () => {
  await expect(createLocalCdn({ source: join(folder, 'none.yaml') })).rejects.toThrow('no such file')
  await expect(createLocalCdn({ source, origins: { moon: 'http://localhost:1' } })).rejects.toThrow(
    'there are “web”',
  )
  await expect(createLocalCdn({ source, origins: { web: './nowhere' } })).rejects.toThrow('neither a URL')
  await expect(createLocalCdn({ source, now: 'later' })).rejects.toThrow('no date')
})

test('what a save changed is told in the words of a review', () => {
  const before = designOf(siteTemplate())
  const after = designOf(siteTemplate().replace('Compress: true', 'Compress: false'))
  expect(
    changesBetween([{ document: before, id: 'Site' }], [{ document: after, id: 'Site' }]).join('\n'),
  ).toMatch(/compress/i)
  expect(changesBetween([{ document: before, id: 'Site' }], [{ document: before, id: 'Site' }])).toEqual([])
})
