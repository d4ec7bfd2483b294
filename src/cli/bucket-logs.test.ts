/** Logs in a bucket, against moto's S3. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { S3 } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type StandIn, startMoto } from '#fixtures/aws-stand-ins.ts'
import { cost } from './cost.ts'
import { type ReplayCommandOptions, replay } from './replay.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-bucket-'))
const design = join(folder, 'site.yaml')
writeFileSync(
  design,
  `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Logging: { Bucket: logs.s3.amazonaws.com, Prefix: site/ }
        Origins: [{ Id: web, DomainName: web.example.org, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior:
          TargetOriginId: web
          ViewerProtocolPolicy: allow-all
          CachePolicyId: 658327ea-f89d-4fab-a63d-7e88639e58f6
`,
)
const names =
  'date time x-edge-location sc-bytes cs-method x-host-header cs-uri-stem sc-status x-edge-result-type cs-protocol'
const file = (hour: number, lines: number) =>
  gzipSync(
    `#Version: 1.0\n#Fields: ${names}\n${Array.from(
      { length: lines },
      (_, at) =>
        `2026-01-05\t${String(hour).padStart(2, '0')}:00:${String(at).padStart(2, '0')}\tFRA56\t1000\tGET\twww.example.com\t/a${at % 3}\t200\tHit\thttps\n`,
    ).join('')}`,
  )

let moto: StandIn
beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'test'
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test'
  moto = await startMoto()
  const s3 = new S3({ region: 'us-east-1', endpoint: moto.endpoint, forcePathStyle: true })
  await s3.createBucket({ Bucket: 'logs' })
  for (const [hour, lines] of [
    [8, 10],
    [9, 20],
    [10, 30],
  ] as const)
    await s3.putObject({
      Bucket: 'logs',
      Key: `site/E1.2026-01-05-${String(hour).padStart(2, '0')}.abcd.gz`,
      Body: file(hour, lines),
    })
  await s3.putObject({ Bucket: 'logs', Key: 'other/readme.txt', Body: 'no log' })
}, 60_000)
afterAll(async () => {
  await moto?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function caught(call: () => Promise<number>) {
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
    return { status: await call(), ...printed }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

const replaying = (more: Partial<ReplayCommandOptions>) =>
  caught(() =>
    replay(design, {
      log: ['s3://logs/site/'],
      format: 'json',
      cacheControl: [],
      invalidate: [],
      learn: true,
      suggest: false,
      athena: false,
      parameters: {},
      endpointUrl: moto.endpoint,
      maxLogBytes: 1 << 30,
      ...more,
    }),
  )
const requestsIn = (out: string) => JSON.parse(out).report.log.requests

test('every file under a prefix is read, unpacked and named by its place', async () => {
  const { status, out } = await replaying({})
  expect([status, requestsIn(out)]).toEqual([0, 60])
  expect(JSON.parse(out).report.log.files[0].file).toBe('s3://logs/site/E1.2026-01-05-08.abcd.gz')
})

test('s3:// alone is where the design logs to', async () => {
  expect(requestsIn((await replaying({ log: ['s3://'] })).out)).toBe(60)
})

test('a time span takes the files whose hours it touches', async () => {
  expect(requestsIn((await replaying({ since: '2026-01-05T09:30Z' })).out)).toBe(50)
  expect(requestsIn((await replaying({ until: '2026-01-05T08:59Z' })).out)).toBe(10)
  const none = await replaying({ since: '2027-01-01' })
  expect([none.status, none.told]).toEqual([2, expect.stringContaining('no files of that time span')])
  expect((await replaying({ since: 'yesterday' })).status).toBe(2)
})

test('what is beyond the bound is told and not read', async () => {
  const { told, out } = await replaying({ maxLogBytes: file(8, 10).length + file(9, 20).length })
  expect(told).toContain('1 files with')
  expect(requestsIn(out)).toBe(30)
})

test('a bucket that is not there is told in a sentence', async () => {
  const { status, told } = await replaying({ log: ['s3://nowhere/x'] })
  expect([status, told.includes('s3://nowhere/x')]).toEqual([2, true])
})

test('a bill is made from a bucket too', async () => {
  const { status, out } = await caught(() =>
    cost(design, {
      log: ['s3://logs/site/'],
      savingsBundle: false,
      freeTier: false,
      format: 'json',
      parameters: {},
      endpointUrl: moto.endpoint,
      maxLogBytes: 1 << 30,
    }),
  )
  expect([status, JSON.parse(out).month.total > 0]).toEqual([0, true])
})
