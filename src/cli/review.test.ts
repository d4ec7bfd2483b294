/** `frontage review` as it is called: what it prints where, and with which exit status. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { type ReviewOptions, review } from './review.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-review-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const template = (behaviors: string, id = 'Site') => `Resources:
  ${id}:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Aliases: [www.example.org]
        Origins:
          - { Id: web, DomainName: web.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
          - { Id: api, DomainName: api.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }
        CacheBehaviors: [${behaviors}]
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`
const api =
  '{ PathPattern: /api/*, TargetOriginId: api, ViewerProtocolPolicy: https-only, CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6 }'
const old = write('old.yaml', template(''))
const now = write('new.yaml', template(api))

async function run(before: string, after: string, more: Partial<ReviewOptions> = {}) {
  const printed = { out: '', told: '' }
  const catching = (stream: NodeJS.WriteStream, name: 'out' | 'told') =>
    vi.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
      printed[name] += String(text)
      for (const done of rest) if (typeof done === 'function') done()
      return true
    })
  const spies = [catching(process.stdout, 'out'), catching(process.stderr, 'told')]
  try {
    const status = await review(before, after, {
      url: [],
      log: [],
      format: 'json',
      failOn: [],
      parameters: {},
      ...more,
    })
    return { status, ...printed }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

test('JSON has the shape of the contract', async () => {
  const { status, out } = await run(old, now, { url: ['/api/y', 'https://www.example.org/z'] })
  const told = JSON.parse(out)
  expect(status).toBe(0)
  expect(told.routing[0]).toMatchObject({
    witness: '/api/x',
    paths: 'everything under /api/',
    before: { behavior: '*', origin: 'web' },
    after: { behavior: '/api/*', origin: 'api' },
  })
  for (const change of told.routing[0].changes)
    expect(Object.keys(change)).toEqual(
      expect.arrayContaining(['what', 'before', 'after', 'severity', 'text', 'setting']),
    )
  expect(told.urls).toEqual({ '/api/y': 0, 'https://www.example.org/z': null })
  expect(told.probes[0]).toMatchObject({
    request: { method: 'GET', headers: {} },
    before: { status: 200, behavior: '*' },
    after: { behavior: '/api/*' },
    differs: true,
    class: 0,
  })
  expect(Object.keys(told.findings)).toEqual(expect.arrayContaining(['new', 'gone']))
})

test('--fail-on ends with 1 where the change holds such a thing, and with 2 for a word that it does not know', async () => {
  expect((await run(old, now, { failOn: ['outage'] })).status).toBe(1)
  expect((await run(old, now, { failOn: ['shared,public'] })).status).toBe(0)
  expect((await run(old, old, { failOn: ['any'] })).status).toBe(0)
  const wrong = await run(old, now, { failOn: ['outrage'] })
  expect([wrong.status, wrong.out]).toEqual([2, ''])
  expect(wrong.told).toContain('outrage')
})

test('a source that cannot be read is named on standard error, with status 2', async () => {
  const missing = await run(join(folder, 'none.yaml'), now)
  expect([missing.status, missing.out]).toEqual([2, ''])
  expect(missing.told).toContain('none.yaml')
})

test('a revision of git is a source, and so is a folder at one', async () => {
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' })
  git('init', '-q', '-b', 'main')
  git('add', 'old.yaml')
  git('-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'one')
  const before = process.cwd()
  process.chdir(folder)
  try {
    const { status, out } = await run('main:old.yaml', 'new.yaml')
    expect([status, JSON.parse(out).routing.length]).toEqual([0, 1])
    const same = await run('HEAD:', 'old.yaml')
    expect([same.status, JSON.parse(same.out).routing]).toEqual([0, []])
    const none = await run('main:nothing.yaml', 'new.yaml')
    expect([none.status, none.out]).toEqual([2, ''])
    const alone = await run('HEAD', 'new.yaml')
    expect([alone.status, alone.told]).toEqual([2, expect.stringContaining('HEAD:PATH')])
  } finally {
    process.chdir(before)
  }
})

test('a distribution under another logical id is known by its alias', async () => {
  const renamed = write('renamed.yaml', template(api, 'Cdn'))
  const { out } = await run(old, renamed)
  expect(JSON.parse(out)).toMatchObject({ distribution: [], routing: [{ witness: '/api/x' }] })
})

test('a log is replayed on both', async () => {
  const line = (second: number, path: string) =>
    `2026-01-05\t00:00:0${second}\tFRA56\tGET\twww.example.org\t${path}\t200\tHit\n`
  const names = 'date time x-edge-location cs-method x-host-header cs-uri-stem sc-status x-edge-result-type'
  const log = write('access.log', `#Version: 1.0\n#Fields: ${names}\n${line(1, '/a')}${line(2, '/a')}`)
  const { out } = await run(old, now, { log: [log] })
  const [told] = JSON.parse(out).log
  expect(told.requests).toBe(2)
  expect(told.figures.map(({ what }: { what: string }) => what)).toContain('hit ratio')
})

test('each format prints what changes', async () => {
  for (const format of ['text', 'markdown', 'html'] as const) {
    const { out, status } = await run(old, now, { format })
    expect(status).toBe(0)
    expect(out).toContain('verything under /api/')
  }
})

test('a parameter may be of one side alone; one of neither is told', async () => {
  const own = write(
    'own.yaml',
    template(api)
      .replace('Resources:', 'Parameters: { Host: { Type: String, Default: a.example.org } }\nResources:')
      .replace('api.example.org', '!Ref Host'),
  )
  const { out, status } = await run(old, own, { parameters: { Host: 'b.example.org' } })
  expect(status).toBe(0)
  expect(JSON.stringify(JSON.parse(out).routing)).toContain('b.example.org')
  const wrong = await run(old, own, { parameters: { Hots: 'b.example.org' } })
  expect([wrong.status, wrong.out]).toEqual([2, ''])
  expect(wrong.told).toContain('Hots')
})

test('requests of saved scenarios are traced on both', async () => {
  const { writers } = await import('#core/formats/index.ts').then((found) => ({ writers: found.formats }))
  const saved = writers.find(({ id }) => id === 'design')
  const { openSource } = await import('./source.ts')
  const opened = await openSource(now)
  if (!opened.ok || !saved?.write) throw new Error('The design format is written.')
  const design = write(
    'saved.frontage.json',
    saved.write({
      ...opened.value.document,
      scenarios: [{ name: 'one', steps: [{ request: { url: '/api/saved' } }] }],
    }).text,
  )
  const { out } = await run(old, design)
  expect(JSON.parse(out).probes.map(({ request }: { request: { url: string } }) => request.url)).toContain(
    '/api/saved',
  )
})
