/** plan, apply and undo as they are called: what is printed where, with which exit status, and in whose account. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudFront } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { services } from '#aws/services.ts'
import { type StandIn, startMinistack } from '#fixtures/aws-stand-ins.ts'
import { called, type Told } from '#fixtures/called.ts'
import { type ApplyOptions, apply } from './apply.ts'
import { importFromAccount } from './import.ts'
import { type PlanOptions, plan } from './plan.ts'
import { undo } from './undo.ts'

const folder = mkdtempSync(join(tmpdir(), 'frontage-ship-'))
let ministack: StandIn
beforeAll(async () => {
  process.env['XDG_STATE_HOME'] = join(folder, 'state')
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test'
  ministack = await startMinistack()
}, 60_000)
afterAll(async () => {
  await ministack?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** ministack tells accounts apart by access keys that are their numbers. */
const signIn = (account: string) => {
  process.env['AWS_ACCESS_KEY_ID'] = account
}
const clientOf = (accessKeyId: string) =>
  new CloudFront({
    region: 'us-east-1',
    endpoint: ministack.endpoint,
    credentials: { accessKeyId, secretAccessKey: 'test' },
  })

const servicesOf = (accessKeyId: string) =>
  services({ endpoint: ministack.endpoint, credentials: { accessKeyId, secretAccessKey: 'test' } })
const common = (more: object) => ({
  endpointUrl: ministack.endpoint,
  format: 'text' as const,
  parameters: {},
  ...more,
})
const planned = (file: string, more: Partial<PlanOptions> = {}) =>
  called(() => plan(file, { ...common({}), permissions: false, ...more }))
const applied = (file: string, more: Partial<ApplyOptions> = {}) =>
  called(() =>
    apply(file, {
      ...common({}),
      ...{ yes: true, wait: false, delete: [], allowOutage: [], overwrite: false, invalidate: false },
      bucketPolicy: false,
      ...more,
    }),
  )
const undone = (file: string, more: object = {}) =>
  called(() => undo(file, { ...common({}), yes: true, delete: [], allowOutage: [], ...more }))

let files = 0
let accounts = 0
function source(resources: object): string {
  files += 1
  const file = join(folder, `${files}.json`)
  writeFileSync(file, JSON.stringify({ Resources: resources }))
  return file
}
const site = (more: object = {}, host = 'web.example.net') => ({
  Type: 'AWS::CloudFront::Distribution',
  Properties: {
    DistributionConfig: {
      Enabled: true,
      Origins: [{ Id: 'o', DomainName: host, CustomOriginConfig: { OriginProtocolPolicy: 'https-only' } }],
      DefaultCacheBehavior: {
        TargetOriginId: 'o',
        ViewerProtocolPolicy: 'https-only',
        CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
      },
      ...more,
    },
  },
})
const edge = (code: string) => ({
  Type: 'AWS::CloudFront::Function',
  Properties: {
    Name: 'shared',
    AutoPublish: true,
    FunctionCode: code,
    FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
  },
})

test('plan --format json names account, endpoint, ids, reasons and consequences', async () => {
  signIn('100000000001')
  const file = source({ Site: site({ Aliases: ['www.example.com'] }) })
  const first = JSON.parse((await planned(file, { format: 'json' })).out)
  expect(first).toMatchObject({ account: '100000000001', endpoint: ministack.endpoint, conflicts: [] })
  expect(first.steps).toMatchObject([{ resource: 'Site', action: 'create', id: null, because: 'new' }])
  await applied(file)
  writeFileSync(file, JSON.stringify({ Resources: { Site: site({ Enabled: false }) } }))
  const { out, status } = await planned(file, { format: 'json' })
  const [step] = JSON.parse(out).steps
  expect(status).toBe(0)
  expect(step).toMatchObject({ action: 'update', id: expect.stringMatching(/^E/), because: 'journal' })
  const kinds = step.consequences.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['outage', 'name-removed']))
  expect(step.consequences.every(({ text }: { text: string }) => text.length > 0)).toBe(true)
})

test('a lookalike and a foreign name are conflicts, with status 1 and the candidates', async () => {
  signIn('100000000002')
  const first = source({ Site: site(), Fn: edge('function handler(e) { return e.request }') })
  expect((await applied(first)).status).toBe(0)
  const stranger = source({ Site: site(), Fn: edge('function handler(e) { return e.request } // 2') })
  const { status, out } = await planned(stranger, { format: 'json' })
  expect(status).toBe(1)
  const { conflicts } = JSON.parse(out)
  expect(conflicts.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['foreign', 'lookalike'])
  const refused = await applied(stranger)
  expect(refused.status).toBe(1)
  expect(refused.err).toMatch(/--adopt/)
})

test('apply --yes prints its plan before it acts, and takes no site from its viewers unasked', async () => {
  signIn('100000000003')
  const file = source({ Site: site() })
  const first = await applied(file)
  expect(first.err.indexOf('+ create')).toBeLessThan(first.err.indexOf('Site: running'))
  expect(first.err).toContain('+ create    Distribution “Site”')
  writeFileSync(file, JSON.stringify({ Resources: { Site: site({ Enabled: false }) } }))
  const refused = await applied(file)
  expect(refused.status).toBe(1)
  expect(refused.err).toContain('add --allow-outage Site')
  expect(refused.err).not.toContain('running')
  expect((await applied(file, { allowOutage: ['Site'] })).status).toBe(0)
})

test('an undo that takes a site from its viewers is refused until it is named', async () => {
  signIn('100000000004')
  const file = source({ Site: site({ Enabled: false }) })
  await applied(file)
  writeFileSync(file, JSON.stringify({ Resources: { Site: site() } }))
  await applied(file)
  const refused = await undone(file)
  expect(refused.status).toBe(1)
  expect(refused.err).toContain('Nothing was undone: “Site” would stop answering')
  expect((await undone(file, { allowOutage: ['Nobody'] })).status).toBe(2)
  expect((await undone(file, { allowOutage: ['Site'] })).status).toBe(0)
})

test.each<readonly [string, () => Promise<Told>]>([
  ['--delete', () => applied(source({ Site: site() }), { delete: ['Nonesuch'] })],
  ['--allow-outage', () => applied(source({ Site: site() }), { allowOutage: ['Nonesuch'] })],
  ['--distribution', () => planned(source({ Site: site() }), { distribution: 'Nonesuch' })],
  ['--adopt', () => planned(source({ Site: site() }), { adopt: { Nonesuch: 'E1' } })],
  ['--create', () => planned(source({ Site: site() }), { create: ['Nonesuch'] })],
  ['--param', () => planned(source({ Site: site() }), { parameters: { Nonesuch: 'x' } })],
])('%s that matches nothing is an error, and nothing is applied', async (_, call) => {
  signIn('100000000005')
  const { status, err } = await call()
  expect(status).toBe(2)
  expect(err).toContain('Nonesuch')
  expect((await clientOf('100000000005').listDistributions({})).DistributionList?.Quantity ?? 0).toBe(0)
})

test('an import tells of the tags and tenants that come along', async () => {
  signIn('100000000006')
  const tagged = { ...site().Properties, Tags: [{ Key: 'env', Value: 'prod' }] }
  await applied(source({ Site: { ...site(), Properties: tagged } }))
  const list = await clientOf('100000000006').listDistributions({})
  const id = list.DistributionList?.Items?.[0]?.Id ?? ''
  const { out, err, status } = await called(() =>
    importFromAccount([id], { endpointUrl: ministack.endpoint, to: 'cloudformation' }),
  )
  expect(status).toBe(0)
  expect(err).toContain(`Distribution ${id}: with its tags env`)
  expect(out).toMatch(/Tags:\s+- Key: env\s+Value: prod/)
})

/** Everything of an account that these tests write, by what tells one version from another. */
async function stateOf(account: string): Promise<string> {
  const aws = clientOf(account)
  const { FunctionList } = await aws.listFunctions({ Stage: 'DEVELOPMENT' })
  const { DistributionList } = await aws.listDistributions({})
  const sites = await Promise.all(
    (DistributionList?.Items ?? []).map(async ({ Id }) => (await aws.getDistribution({ Id })).ETag),
  )
  const functions = await Promise.all(
    (FunctionList?.Items ?? []).map(async ({ Name }) => (await aws.describeFunction({ Name })).ETag),
  )
  return JSON.stringify([sites, functions])
}

const [a, b] = ['200000000001', '200000000002'] as const
const combinations = ([a, b] as const).flatMap((made) =>
  ([a, b] as const).flatMap((used) =>
    (['the same', 'another'] as const).map((journal) => [made, used, journal] as const),
  ),
)
test.each(combinations)(
  'a plan made in %s and applied in %s with %s journal writes where it was made for, or nowhere',
  async (made, used, journal) => {
    const mine = join(folder, `mine-${files}.journal`)
    const theirs = join(folder, `theirs-${files}.journal`)
    const out = join(folder, `plan-${files}.json`)
    // Two people's stacks with the same logical ids stand in both accounts.
    const host = `web-${files}.example.net`
    for (const account of [a, b]) {
      signIn(account)
      await applied(source({ Site: site({ Comment: 'theirs' }, host) }), {
        journal: theirs,
        create: ['Site'],
      })
    }
    signIn(made)
    const file = source({ Site: site({ Comment: 'mine' }, host) })
    const plannedNow = await planned(file, { out, journal: mine, create: ['Site'] })
    expect(plannedNow.status, plannedNow.err).toBe(0)
    const before = { [a]: await stateOf(a), [b]: await stateOf(b) }
    signIn(used)
    const { status, err } = await applied(out, { journal: journal === 'the same' ? mine : theirs })
    const after = { [a]: await stateOf(a), [b]: await stateOf(b) }
    const changed = [a, b].filter((account) => before[account] !== after[account])
    if (made !== used) {
      expect(err).toContain('this plan was made for')
      expect([status, changed]).toEqual([2, []])
    } else if (journal === 'the same') expect([status, changed]).toEqual([0, [made]])
    // The other person's journal says that their site is this one: the plan is not what was reviewed.
    else expect([status, changed]).toEqual([1, []])
  },
)

test('the first example of the gallery is applied as it is, with its bucket, and then nothing is left to do', async () => {
  signIn('300000000001')
  const file = join(folder, 'static-site.yaml')
  writeFileSync(file, readFileSync('public/examples/static-site.yaml', 'utf8'))
  const without = await applied(file)
  expect(without.status).toBe(1)
  expect(without.err).toContain('values that only another deployment decides')
  const first = await applied(file, { buckets: true })
  expect(first.status, first.err).toBe(0)
  const name = /AWS::S3::Bucket “Content” \((content-[0-9a-f]{8})\)/.exec(first.err)?.[1] ?? ''
  expect(first.err.indexOf('+ make')).toBeLessThan(first.err.indexOf('is made'))

  const { s3 } = servicesOf('300000000001')
  const { PublicAccessBlockConfiguration: block } = await s3.getPublicAccessBlock({ Bucket: name })
  expect(Object.values(block ?? {})).toEqual([true, true, true, true])
  const { Policy = '{}' } = await s3.getBucketPolicy({ Bucket: name })
  expect(JSON.parse(Policy).Statement).toMatchObject([
    { Principal: { Service: 'cloudfront.amazonaws.com' }, Action: 's3:GetObject' },
  ])
  const second = await applied(file, { buckets: true })
  expect(second.err).not.toContain('+ make')
  const { out } = await planned(file)
  expect(out).toContain('0 to create, 0 to update, 3 unchanged')
  expect(out).toMatch(/Not deployed by Frontage: ContentPolicy$/m)
  expect((await s3.listBuckets({})).Buckets).toHaveLength(1)
})

/** What is theirs to choose first, and what the stand-in of CloudFront does not know. */
const reasons: ReadonlyMap<string, RegExp> = new Map([
  ['failover', /The policy of the bucket “site-a-example” cannot be read/],
  ['office-only', /values that only another deployment decides/],
  ['signed-video', /Public key K2JCJMDEHXQW5F does not exist/],
  ['oai-to-oac', /No route for POST .*origin-access-identity/],
  ['staging-rollout', /No route for POST .*continuous-deployment-policy/],
])
const others = readdirSync('public/examples').filter((file) => file !== 'static-site.yaml')
test.each(others.map((file) => file.replace('.yaml', '')))(
  'the example %s is applied as it is, or says what it waits for',
  async (name) => {
    accounts += 1
    signIn(String(310_000_000_000 + accounts))
    const file = join(folder, `${name}.yaml`)
    writeFileSync(file, readFileSync(`public/examples/${name}.yaml`, 'utf8'))
    const first = await applied(file, { buckets: true })
    const reason = reasons.get(name)
    expect(first.status, first.err).toBe(reason ? 1 : 0)
    expect(first.err).toMatch(reason ?? /done/)
    if (!reason) expect((await planned(file)).out).toMatch(/0 to create, 0 to update, \d+ unchanged/)
  },
)

test('a certificate is asked for, proven and used, and the names lead to the site; nothing is overwritten', async () => {
  signIn('300000000002')
  const { route53, acm, s3 } = servicesOf('300000000002')
  const { HostedZone } = await route53.createHostedZone({ Name: 'example.com', CallerReference: 'zone' })
  const viewerCertificate = { AcmCertificateArn: { Ref: 'Tls' }, SslSupportMethod: 'sni-only' }
  const logs = { Bucket: { 'Fn::GetAtt': ['Logs', 'DomainName'] } }
  const file = source({
    Logs: { Type: 'AWS::S3::Bucket' },
    Tls: {
      Type: 'AWS::CertificateManager::Certificate',
      Properties: { DomainName: 'www.example.com', SubjectAlternativeNames: ['example.com'] },
    },
    Site: site({
      Aliases: ['www.example.com', 'example.com'],
      ViewerCertificate: viewerCertificate,
      Logging: logs,
    }),
  })
  const done = await applied(file, { certificates: true, buckets: true, records: true })
  expect(done.status, done.err).toBe(0)
  const { CertificateSummaryList = [] } = await acm.listCertificates({})
  expect(CertificateSummaryList).toMatchObject([{ DomainName: 'www.example.com' }])
  const [bucket] = (await s3.listBuckets({})).Buckets ?? []
  const ownership = await s3.getBucketOwnershipControls({ Bucket: bucket?.Name })
  expect(ownership.OwnershipControls?.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerPreferred' }])
  const records = async () =>
    (await route53.listResourceRecordSets({ HostedZoneId: HostedZone?.Id })).ResourceRecordSets ?? []
  const leading = (await records()).filter(({ AliasTarget }) => AliasTarget)
  expect(leading.map(({ Name, Type }) => `${Type} ${Name}`).sort()).toEqual([
    'A example.com.',
    'A www.example.com.',
    'AAAA example.com.',
    'AAAA www.example.com.',
  ])
  const again = await applied(file, { certificates: true, buckets: true, records: true })
  expect(again.status, again.err).toBe(0)
  expect(again.err).toContain('“www.example.com” led already to')
  expect((await acm.listCertificates({})).CertificateSummaryList).toHaveLength(1)

  await route53.changeResourceRecordSets({
    HostedZoneId: HostedZone?.Id,
    ChangeBatch: {
      Changes: [
        {
          Action: 'CREATE',
          ResourceRecordSet: {
            Name: 'old.example.com',
            Type: 'CNAME',
            TTL: 60,
            ResourceRecords: [{ Value: 'elsewhere.example.net' }],
          },
        },
      ],
    },
  })
  const other = source({ Site: site({ Aliases: ['old.example.com'] }, 'old.example.net') })
  const refused = await applied(other, { records: true })
  expect(refused.status).toBe(1)
  expect(refused.err).toContain('has a record (CNAME) that leads elsewhere; it stays')
})

test('what is to be made and is not in the design is an error', async () => {
  signIn('300000000003')
  const { status, err } = await applied(source({ Site: site() }), { certificates: true })
  expect(status).toBe(2)
  expect(err).toContain('--certificates: the design has no certificate')
})

test('apply --yes keeps what others changed and the design does not touch, and says so before it acts', async () => {
  signIn('400000000001')
  const file = source({ Site: site({ Comment: 'ours', PriceClass: 'PriceClass_All' }) })
  await applied(file)
  const aws = clientOf('400000000001')
  const Id = (await aws.listDistributions({})).DistributionList?.Items?.[0]?.Id
  const { DistributionConfig: config, ETag } = await aws.getDistributionConfig({ Id })
  await aws.updateDistribution({
    Id,
    IfMatch: ETag,
    DistributionConfig: config && { ...config, PriceClass: 'PriceClass_100' },
  })
  writeFileSync(file, JSON.stringify({ Resources: { Site: site({ Comment: 'new' }) } }))
  const { status, err } = await applied(file)
  expect(status).toBe(0)
  expect(err).toMatch(/! PriceClass: somebody else made .*the design does not touch it, so it is kept/)
  expect(err.indexOf('! PriceClass')).toBeLessThan(err.indexOf('Site: running'))
  const now = await aws.getDistributionConfig({ Id })
  expect(now.DistributionConfig).toMatchObject({ Comment: 'new', PriceClass: 'PriceClass_100' })
})

test('an import as a distribution config has the ids of the account', async () => {
  signIn('400000000002')
  const parameters = {
    EnableAcceptEncodingGzip: true,
    HeadersConfig: { HeaderBehavior: 'none' },
    CookiesConfig: { CookieBehavior: 'none' },
    QueryStringsConfig: { QueryStringBehavior: 'none' },
  }
  const policy = {
    Name: 'own',
    MinTTL: 0,
    DefaultTTL: 1,
    MaxTTL: 2,
    ParametersInCacheKeyAndForwardedToOrigin: parameters,
  }
  const behavior = { TargetOriginId: 'o', ViewerProtocolPolicy: 'https-only', CachePolicyId: { Ref: 'Own' } }
  await applied(
    source({
      Own: { Type: 'AWS::CloudFront::CachePolicy', Properties: { CachePolicyConfig: policy } },
      Site: site({ DefaultCacheBehavior: behavior }),
    }),
  )
  const aws = clientOf('400000000002')
  const Id = (await aws.listDistributions({})).DistributionList?.Items?.[0]?.Id ?? ''
  const { out } = await called(() =>
    importFromAccount([Id], { endpointUrl: ministack.endpoint, to: 'distribution-config' }),
  )
  const { DistributionConfig: live } = await aws.getDistributionConfig({ Id })
  expect(JSON.parse(out).DefaultCacheBehavior.CachePolicyId).toBe(live?.DefaultCacheBehavior?.CachePolicyId)
})

test('a profile that there is not is named, and nobody says that AWS answered', async () => {
  signIn('400000000003')
  process.env['AWS_CONFIG_FILE'] = join(folder, 'none')
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'none')
  const { status, err } = await planned(source({ Site: site() }), { profile: 'nonesuch' })
  expect(status).toBe(2)
  expect(err).toContain('the profile “nonesuch”')
  expect(err).not.toContain('AWS answers')
})
