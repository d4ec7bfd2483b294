/** plan, apply, undo, import and what is beside them, as a pipeline runs them, against ministack. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { applyOver, fileOf, frontage, stateFolder } from './account.ts'
import { expect, test } from './designer.ts'

// Each test runs the command several times, and a machine may be busy.
test.describe.configure({ timeout: 180_000 })

const endpoint = () => process.env['FRONTAGE_AWS'] ?? ''
const run = (...args: string[]) => frontage(args, { endpoint: endpoint() })

interface Wanted {
  readonly tag: string
  readonly comment?: string
  readonly policy?: boolean
  readonly host?: string
}
const parameters = {
  EnableAcceptEncodingGzip: true,
  EnableAcceptEncodingBrotli: true,
  HeadersConfig: { HeaderBehavior: 'none' },
  CookiesConfig: { CookieBehavior: 'none' },
  QueryStringsConfig: { QueryStringBehavior: 'none' },
}
/** A site in a bucket, whose names hold the tag; with a policy of its own or CloudFront's. */
const template = ({
  tag,
  comment = 'first',
  policy = true,
  host = `${tag}-bucket.s3.us-east-1.amazonaws.com`,
}: Wanted) =>
  JSON.stringify({
    Resources: {
      Oac: {
        Type: 'AWS::CloudFront::OriginAccessControl',
        Properties: {
          OriginAccessControlConfig: {
            Name: `oac-${tag}`,
            OriginAccessControlOriginType: 's3',
            SigningBehavior: 'always',
            SigningProtocol: 'sigv4',
          },
        },
      },
      ...(policy && {
        Cache: {
          Type: 'AWS::CloudFront::CachePolicy',
          Properties: {
            CachePolicyConfig: {
              Name: `cache-${tag}`,
              MinTTL: 0,
              DefaultTTL: 60,
              MaxTTL: 600,
              ParametersInCacheKeyAndForwardedToOrigin: parameters,
            },
          },
        },
      }),
      Site: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Comment: comment,
            Aliases: [`${tag}.example.com`],
            Origins: [
              {
                Id: 'bucket',
                DomainName: host,
                S3OriginConfig: {},
                OriginAccessControlId: { 'Fn::GetAtt': ['Oac', 'Id'] },
              },
            ],
            DefaultCacheBehavior: {
              TargetOriginId: 'bucket',
              ViewerProtocolPolicy: 'redirect-to-https',
              CachePolicyId: policy ? { Ref: 'Cache' } : '658327ea-f89d-4fab-a63d-7e88639e58f6',
            },
          },
        },
      },
    },
  })

test('a saved plan is applied once, and not again when it is no longer true', async () => {
  const file = fileOf('site.json', template({ tag: 'saved' }))
  const plan = join(mkdtempSync(join(tmpdir(), 'frontage-')), 'plan.json')
  expect((await run('plan', file, '--out', plan)).status).toBe(0)
  expect((await run('apply', plan, '--yes')).status).toBe(0)
  const again = await run('apply', plan, '--yes')
  expect(again.status).toBe(1)
  expect(again.err).toContain('no longer true for “Oac”, “Cache”, “Site”')
  expect((await run('plan', file)).out).toContain('3 unchanged')
})

test('what leaves the design is deleted by its name only, and undo brings it back', async () => {
  const journal = ['--journal', fileOf('journal.jsonl', '')]
  const first = fileOf('site.json', template({ tag: 'left' }))
  expect((await run('apply', first, '--yes', ...journal)).status).toBe(0)
  const second = fileOf('site.json', template({ tag: 'left', policy: false }))
  const kept = await run('apply', second, '--yes', ...journal)
  expect(kept.status).toBe(0)
  expect(kept.err).toContain('Cache: kept')
  const gone = await run('apply', second, '--yes', '--delete', 'Cache', ...journal)
  expect(gone.err).toContain('Cache: done')
  expect((await run('plan', second, ...journal)).out).toContain('0 to create, 0 to update, 2 unchanged')
  expect((await run('undo', second, '--yes', ...journal)).status).toBe(0)
  expect((await run('plan', first, ...journal)).out).toContain('0 to create, 1 to update, 2 unchanged')
})

test('what somebody else changed in the same field is a conflict: told, refused, and pushed over only on demand', async () => {
  const journal = ['--journal', fileOf('journal.jsonl', '')]
  const first = fileOf('site.json', template({ tag: 'both' }))
  expect((await run('apply', first, '--yes', ...journal)).status).toBe(0)
  const theirs = fileOf('site.json', template({ tag: 'both', comment: 'theirs' }))
  expect((await applyOver(theirs, endpoint())).status).toBe(0)
  const ours = fileOf('site.json', template({ tag: 'both', comment: 'ours' }))
  const plan = await run('plan', ours, ...journal)
  expect(plan.status).toBe(1)
  expect(plan.out).toContain(
    'somebody else made "first" → "theirs" since the last apply; the design wants "ours"',
  )
  expect((await run('apply', ours, '--yes', ...journal)).status).toBe(1)
  expect((await run('apply', ours, '--yes', '--overwrite', ...journal)).status).toBe(0)
})

test('the bucket is allowed to be read as a step of its own, and only once', async () => {
  const { status } = await fetch(`${endpoint()}/bucket-bucket`, { method: 'PUT' })
  expect(status).toBe(200)
  const file = fileOf('site.json', template({ tag: 'bucket' }))
  const first = await run('apply', file, '--yes')
  expect(first.err).toContain('The bucket “bucket-bucket” must allow “Site” to read it')
  expect((await run('apply', file, '--yes', '--bucket-policy')).err).toContain('now allows')
  expect((await run('apply', file, '--yes', '--bucket-policy')).err).toContain('allowed already')
  const policy = await (await fetch(`${endpoint()}/bucket-bucket?policy`)).json()
  expect(policy.Statement).toMatchObject([
    { Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } },
  ])
})

test('exactly the paths that a change makes stale are invalidated, and waited for', async () => {
  const journal = ['--journal', fileOf('journal.jsonl', '')]
  const before = fileOf('site.json', template({ tag: 'stale' }))
  expect((await run('apply', before, '--yes', ...journal)).status).toBe(0)
  const after = fileOf(
    'site.json',
    template({ tag: 'stale', host: 'other-bucket.s3.us-east-1.amazonaws.com' }),
  )
  const { status, err } = await run('apply', after, '--yes', '--wait', '--invalidate', ...journal)
  expect(err).toContain('Invalidating /* of “Site”')
  expect(err).toContain('“Site” is deployed.')
  expect(err).toContain('is complete')
  expect(status).toBe(0)
})

test('a distribution is found by a part of its name and imported with what it refers to', async () => {
  const file = fileOf('site.json', template({ tag: 'found' }))
  expect((await run('apply', file, '--yes')).status).toBe(0)
  const { distributions } = JSON.parse(
    (await run('list', '--search', 'FOUND.example', '--format', 'json')).out,
  )
  expect(distributions).toHaveLength(1)
  const out = join(mkdtempSync(join(tmpdir(), 'frontage-')), 'imported.yaml')
  const imported = await run('import', distributions[0].physicalId, '--to', 'cloudformation', '--out', out)
  expect(imported.err).toMatch(/3\. /)
  expect(imported.status).toBe(0)
  expect((await run('plan', out, '--id', distributions[0].physicalId)).out).toContain(
    '0 to create, 0 to update, 3 unchanged',
  )
  expect((await run('import', 'E00000000000')).status).toBe(2)
})

/** Every file below a folder. */
const filesIn = (folder: string): string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))

test('credentials are in no output, journal, saved plan, script or import of any command', async () => {
  const marked = 'MARKEDsecretMARKED'
  const token = 'MARKEDtokenMARKED'
  const folder = mkdtempSync(join(tmpdir(), 'frontage-marked-'))
  const env = {
    AWS_SECRET_ACCESS_KEY: marked,
    AWS_SESSION_TOKEN: token,
    XDG_STATE_HOME: folder,
    HOME: folder,
  }
  const file = fileOf('site.json', template({ tag: 'marked' }))
  const [plan, script, out] = ['plan.json', 'plan.sh', 'imported.json'].map((name) => join(folder, name))
  const calls = [
    ['plan', file, '--out', plan ?? '', '--script', script ?? '', '--format', 'json'],
    ['plan', file, '--permissions'],
    ['apply', plan ?? '', '--yes', '--wait', '--format', 'json'],
    ['list', '--search', 'marked'],
    ['undo', file],
    ['import', 'E00000000000', '--out', out ?? ''],
    ['apply', file, '--yes', '--id', 'E00000000000'],
  ]
  const said: string[] = []
  for (const args of calls) {
    const { out: told, err } = await frontage(args, { endpoint: endpoint(), env })
    said.push(told, err)
  }
  const refused = await frontage(['plan', file], { endpoint: 'http://127.0.0.1:9', env })
  said.push(refused.out, refused.err)
  expect(refused.status).toBe(2)
  const written = [...filesIn(folder), ...filesIn(stateFolder)].map((name) => readFileSync(name, 'utf8'))
  expect(written.length).toBeGreaterThan(3)
  for (const text of [...said, ...written]) {
    expect(text).not.toContain(marked)
    expect(text).not.toContain(token)
  }
})
