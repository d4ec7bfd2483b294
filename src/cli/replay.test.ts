/** `frontage replay` as it is called: what it prints where, and with which exit status. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { type ReplayCommandOptions, replay } from './replay.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-replay-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, content: string) => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const design = write(
  'site.yaml',
  `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: web, DomainName: web.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
)
const names = 'date time x-edge-location cs-method x-host-header cs-uri-stem sc-status x-edge-result-type'
const header = `#Version: 1.0\n#Fields: ${names}\n`
const line = (second: number) =>
  `2026-01-05\t00:00:${String(second).padStart(2, '0')}\tFRA56\tGET\twww.example.com\t/a\t200\tHit\n`
const good = write('good.log', header + line(1) + line(2))

async function run(log: readonly string[], more: Partial<ReplayCommandOptions> = {}, source = design) {
  const printed = { out: '', told: '' }
  const catching = (stream: NodeJS.WriteStream, name: 'out' | 'told') =>
    vi.spyOn(stream, 'write').mockImplementation((text, ...rest) => {
      printed[name] += String(text)
      const done = rest.find((one) => typeof one === 'function')
      if (typeof done === 'function') done()
      return true
    })
  const spies = [catching(process.stdout, 'out'), catching(process.stderr, 'told')]
  try {
    const status = await replay(source, {
      log,
      format: 'text',
      cacheControl: [],
      invalidate: [],
      learn: true,
      suggest: false,
      leaks: false,
      athena: false,
      parameters: {},
      ...more,
    })
    return { status, ...printed }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

test('a log that is read whole gives the report and status 0, in JSON as one document', async () => {
  const { status, out, told } = await run([good], { format: 'json' })
  expect([status, told]).toEqual([0, ''])
  expect(JSON.parse(out).report.total).toMatchObject({ requests: 2, hits: 1, originRequests: 1 })
})

test('lines that are not read give the report and status 1', async () => {
  const { status, out, told } = await run([write('some.log', `${header}${line(1)}cut\toff\n`)])
  expect(status).toBe(1)
  expect(out).toContain('Site: 1 requests')
  expect(told).toContain('1 of 4 lines could not be read; line 4: The line has 2 tab-separated fields')
})

const empty = join(folder, 'empty')
mkdirSync(empty)
test.each([
  ['no log', [], 'Name the log files'],
  ['a file that is not there', [join(folder, 'none.log')], 'There is no such file.'],
  ['a folder without files', [empty], 'The folder holds no files.'],
  ['an empty file', [write('empty.log', '')], 'The file is empty.'],
  ['a header alone', [write('header.log', header)], 'It holds a header and no requests.'],
  ['prose', [write('prose.txt', 'Dear reader,\nno log.\n')], 'no log that Frontage knows'],
  ['a name that no file has', ['a'.repeat(5000)], 'No file has a name that long.'],
  ['a file as a folder', [join(good, 'x')], 'a file, no folder'],
])('%s is told, with status 2 and nothing on standard output', async (_, log, reason) => {
  const { status, out, told } = await run(log)
  expect([status, out]).toEqual([2, ''])
  expect(told).toContain(reason)
})

test.each<[string, Partial<ReplayCommandOptions>, string]>([
  ['a rule that is none', { cacheControl: ['nonsense'] }, 'is no rule'],
  ['an invalidation that is none', { invalidate: ['noon=/a'] }, 'is no invalidation'],
  ['a design to compare with that is not there', { compare: join(folder, 'none.yaml') }, 'no such file'],
])('%s is told with status 2', async (_, more, reason) => {
  const { status, told } = await run([good], more)
  expect(status).toBe(2)
  expect(told).toContain(reason)
})

const leaky = write(
  'leaky.yaml',
  `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: web, DomainName: web.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          CachePolicyId: 83da9c7e-98b4-4e11-a168-04f0df8e2c65
          OriginRequestPolicyId: 216adef6-5c7f-47e4-b989-5492eafa07d3
`,
)

test('pairs of viewers are sent to the paths of a log, and what reached the wrong one is told', async () => {
  const rules = { leaks: true, cacheControl: ['/a=max-age=60'] }
  const { out } = await run([good], rules, leaky)
  expect(out).toContain('LEAK   Two viewers ask GET https://d111111abcdef8.cloudfront.net/a')
  const { leaks } = JSON.parse((await run([good], { ...rules, format: 'json' }, leaky)).out)
  expect(leaks.map((leak: { difference: object }) => leak.difference)).toContainEqual({
    in: 'header',
    name: 'authorization',
  })
  const kept = await run([good], { leaks: true, cacheControl: ['/a=private'] }, leaky)
  expect(kept.out).toContain('No answer made for one viewer reached another.')
})

test('a place for CSV that is not there is told in words', async () => {
  await expect(run([good], { csv: join(folder, 'none', 'x.csv') })).rejects.toThrow('There is no folder')
})

test('standard input is one thing, and is read once', async () => {
  expect((await run(['-'], {}, '-')).told).toContain('Standard input is one thing')
  expect((await run(['-'], { compare: '-' })).status).toBe(2)
  expect((await run(['-'], { suggest: true })).told).toContain('can be read only once')
})

test('times out of order are brought into order, and a file that is named twice is read once', async () => {
  const late = write('late.log', header + line(30) + line(10) + line(20))
  const { out } = await run([late, late], { format: 'json' })
  expect(JSON.parse(out).report.log).toMatchObject({
    requests: 3,
    from: '2026-01-05T00:00:10.000Z',
    to: '2026-01-05T00:00:30.000Z',
    late: 0,
  })
})

test('the log of another distribution is read, and its hosts are named', async () => {
  const { status, out } = await run([good])
  expect(status).toBe(0)
  expect(out).toContain('requests for “www.example.com”, which the design does not name')
  expect(out).toContain('the log of another distribution')
})

test('a link that leads nowhere does not keep a folder from being read', async () => {
  write('links/a.log', header + line(1))
  symlinkSync(join(folder, 'gone'), join(folder, 'links', 'b.log'))
  expect((await run([join(folder, 'links')])).status).toBe(0)
})

test('fields of a log without a header are told on the command line', async () => {
  const bare = write('bare.log', line(1))
  expect((await run([bare])).told).toContain('--fields')
  const csv = join(folder, 'groups.csv')
  expect((await run([bare], { fields: names, csv })).status).toBe(0)
  expect(readFileSync(csv, 'utf8')).toContain('behavior,*,1,')
})
