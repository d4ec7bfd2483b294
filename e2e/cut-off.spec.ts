/** The process is killed in every write of a plan of twelve resources; the next run makes the rest, and nothing twice. */
import type { ChildProcess } from 'node:child_process'
import { fileOf, frontage } from './account.ts'
import { expect, test } from './designer.ts'
import { isWrite, type Relay, startRelay } from './relay.ts'

const numbered = (count: number, of: (index: number) => object) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => of(index)).flatMap(Object.entries))

/** Twelve resources whose names hold `tag`, so that each test has an account of its own in the same stand-in. */
function template(tag: string, more: object = {}): string {
  const parameters = {
    EnableAcceptEncodingGzip: true,
    EnableAcceptEncodingBrotli: true,
    HeadersConfig: { HeaderBehavior: 'none' },
    CookiesConfig: { CookieBehavior: 'none' },
    QueryStringsConfig: { QueryStringBehavior: 'none' },
  }
  return JSON.stringify({
    Resources: {
      ...numbered(4, (index) => ({
        [`Cache${index}`]: {
          Type: 'AWS::CloudFront::CachePolicy',
          Properties: {
            CachePolicyConfig: {
              Name: `cache-${index}-${tag}`,
              MinTTL: 0,
              DefaultTTL: 60,
              MaxTTL: 600,
              ParametersInCacheKeyAndForwardedToOrigin: parameters,
            },
          },
        },
      })),
      ...numbered(2, (index) => ({
        [`Forward${index}`]: {
          Type: 'AWS::CloudFront::OriginRequestPolicy',
          Properties: {
            OriginRequestPolicyConfig: {
              Name: `forward-${index}-${tag}`,
              HeadersConfig: { HeaderBehavior: 'none' },
              CookiesConfig: { CookieBehavior: 'none' },
              QueryStringsConfig: { QueryStringBehavior: 'all' },
            },
          },
        },
      })),
      ...numbered(2, (index) => ({
        [`Headers${index}`]: {
          Type: 'AWS::CloudFront::ResponseHeadersPolicy',
          Properties: {
            ResponseHeadersPolicyConfig: {
              Name: `headers-${index}-${tag}`,
              SecurityHeadersConfig: { ContentTypeOptions: { Override: true } },
            },
          },
        },
      })),
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
      Store: {
        Type: 'AWS::CloudFront::KeyValueStore',
        Properties: { Name: `store-${tag}`, Comment: 'redirects' },
      },
      Rewrite: {
        Type: 'AWS::CloudFront::Function',
        Properties: {
          Name: `rewrite-${tag}`,
          AutoPublish: true,
          FunctionCode: 'function handler(event) { return event.request }',
          FunctionConfig: {
            Comment: tag,
            Runtime: 'cloudfront-js-2.0',
            KeyValueStoreAssociations: [{ KeyValueStoreARN: { 'Fn::GetAtt': ['Store', 'Arn'] } }],
          },
        },
      },
      Site: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            Comment: tag,
            Origins: [
              {
                Id: 'bucket',
                DomainName: `${tag}.s3.eu-west-1.amazonaws.com`,
                S3OriginConfig: {},
                OriginAccessControlId: { 'Fn::GetAtt': ['Oac', 'Id'] },
              },
            ],
            DefaultCacheBehavior: {
              TargetOriginId: 'bucket',
              ViewerProtocolPolicy: 'redirect-to-https',
              CachePolicyId: { Ref: 'Cache0' },
              OriginRequestPolicyId: { Ref: 'Forward0' },
              ResponseHeadersPolicyId: { Ref: 'Headers0' },
              FunctionAssociations: [
                { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Rewrite', 'FunctionARN'] } },
              ],
            },
            ...more,
          },
        },
      },
    },
  })
}

// Each test runs the command three times, and a machine may be busy.
test.describe.configure({ timeout: 180_000 })

/** Twelve creations, the test of the function before it is published, and the publishing. */
const writes = 14
let relay: Relay

test.beforeEach(async () => {
  relay = await startRelay(process.env['FRONTAGE_AWS'] ?? '')
})
test.afterEach(() => relay.stop())

/** How often each kind of thing with this tag is in the account. */
async function countOf(tag: string): Promise<number> {
  const kinds = [
    'cache-policy',
    'origin-request-policy',
    'response-headers-policy',
    'origin-access-control',
    'key-value-store',
    'function?Stage=DEVELOPMENT',
    'distribution',
  ]
  const bodies = await Promise.all(
    kinds.map(async (kind) => (await fetch(`${relay.endpoint}/2020-05-31/${kind}`)).text()),
  )
  const name = new RegExp(`<(Name|Comment)>([a-z]+-)?([0-9]-)?${tag}</`, 'g')
  // A function's comment and a distribution's are the tag itself; its other mentions are names.
  return bodies.reduce((sum, body, index) => {
    const hits = [...body.matchAll(name)]
    const isFunction = kinds[index]?.startsWith('function') === true
    return sum + hits.filter((hit) => !isFunction || hit[1] === 'Name').length
  }, 0)
}

/** Kills the command in its `nth` write: AWS has done it, and the answer never arrives. */
function killIn(nth: number, child: () => ChildProcess | undefined): void {
  let count = 0
  relay.after = (seen) => {
    if (!isWrite(seen)) return false
    count += 1
    if (count !== nth) return false
    child()?.kill('SIGKILL')
    return true
  }
}

for (let nth = 1; nth <= writes; nth += 1)
  test(`killed in write ${nth} of ${writes}, the next run completes without a duplicate`, async () => {
    const tag = `cut${nth}x`
    const file = fileOf('site.json', template(tag))
    const { endpoint } = relay
    let child: ChildProcess | undefined
    killIn(nth, () => child)
    const cut = await frontage(['apply', file, '--yes'], {
      endpoint,
      onStart: (started) => {
        child = started
      },
    })
    expect(cut.status, cut.err).toBeNull()
    relay.after = () => false

    const resumed = await frontage(['apply', file, '--yes', '--format', 'json'], { endpoint })
    expect(resumed.err).not.toContain('failed')
    expect(resumed.status).toBe(0)
    expect(Object.keys(JSON.parse(resumed.out).resources)).toHaveLength(12)
    expect(await countOf(tag)).toBe(12)
    const second = await frontage(['plan', file], { endpoint })
    expect(second.out).toContain('0 to create, 0 to update, 12 unchanged')
  })

test('killed while it changes the site, the next run changes it, and undo finds the way back over both', async () => {
  const before = fileOf('site.json', template('changed'))
  const { endpoint } = relay
  const journal = ['--journal', fileOf('journal.jsonl', '')]
  expect((await frontage(['apply', before, '--yes', ...journal], { endpoint })).status).toBe(0)
  const after = fileOf('site.json', template('changed', { PriceClass: 'PriceClass_100' }))
  let child: ChildProcess | undefined
  killIn(1, () => child)
  const ended = await frontage(['apply', after, '--yes', ...journal], {
    endpoint,
    onStart: (started) => {
      child = started
    },
  })
  expect(ended.status).toBeNull()
  relay.after = () => false
  const again = await frontage(['apply', after, '--yes', ...journal], { endpoint })
  expect(again.status).toBe(0)
  const undone = await frontage(['undo', after, '--yes', ...journal], { endpoint })
  expect(undone.out).toContain('~ update    Distribution “Site”')
  expect((await frontage(['plan', before, ...journal], { endpoint })).out).toContain('12 unchanged')
})
