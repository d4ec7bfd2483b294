import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import {
  behavior,
  bucketOrigin,
  cachePolicy,
  customOrigin,
  defaultBehavior,
  distribution,
  managed,
  oac,
  originRequestPolicy,
  responseHeadersPolicy,
} from '#fixtures/build.ts'
import { sideOf } from './side.ts'
import { reviewSite } from './site-review.ts'

const review = (before: DesignDocument, after: DesignDocument) =>
  reviewSite(sideOf(before, 'Site'), sideOf(after, 'Site'))
const origins = [customOrigin('web'), customOrigin('api')]

test('an unchanged design has nothing to review', () => {
  const { routing, distribution: wide } = review(distribution(), distribution())
  expect([routing, wide]).toEqual([[], []])
})

test('an added behavior is a class with what goes from where to where', () => {
  const { routing, classOf } = review(
    distribution({ Origins: origins }),
    distribution({
      Origins: origins,
      CacheBehaviors: [behavior('/api/v1/*', 'web'), behavior('/api/*', 'api')],
    }),
  )
  const at = classOf('/api/x') ?? -1
  expect(routing[at]).toMatchObject({
    witness: '/api/x',
    paths: 'everything under /api/ but /api/v1/*',
    before: { behavior: '*', origin: 'web' },
    after: { behavior: '/api/*', origin: 'api' },
    changes: [{ what: 'origin', setting: '/CacheBehaviors/Items/1/TargetOriginId' }],
  })
  expect(routing[classOf('/api/v1/x') ?? -1]?.changes).toEqual([])
  expect(classOf('/other')).toBeNull()
})

test('two behaviors that share no path can change places', () => {
  const [one, two] = [behavior('/a/*', 'web'), behavior('/b/*', 'api')]
  const { routing } = review(
    distribution({ Origins: origins, CacheBehaviors: [one, two] }),
    distribution({ Origins: origins, CacheBehaviors: [two, one] }),
  )
  expect(routing).toEqual([])
})

test('two behaviors that share paths cannot: what both match goes elsewhere', () => {
  const [one, two] = [behavior('/a/*', 'web'), behavior('*.png', 'api')]
  const { routing } = review(
    distribution({ Origins: origins, CacheBehaviors: [one, two] }),
    distribution({ Origins: origins, CacheBehaviors: [two, one] }),
  )
  expect(routing.map(({ witness, paths }) => [witness, paths])).toEqual([
    ['/a/x.png', 'what matches both /a/* and *.png'],
  ])
})

test('a policy of one’s own with the settings of a managed one is no change', () => {
  const own = cachePolicy({ MinTTL: 1, DefaultTTL: 86_400, MaxTTL: 31_536_000 })
  const { routing, distribution: wide } = review(
    distribution(),
    distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Own' } }) },
      { Own: own },
    ),
  )
  expect([routing, wide]).toEqual([[], []])
})

test('a renamed policy and a renamed origin are no change', () => {
  const design = (policy: string, origin: string) =>
    distribution(
      {
        Origins: [customOrigin(origin, { DomainName: 'web.example.org' })],
        DefaultCacheBehavior: defaultBehavior(origin, { CachePolicyId: { ref: policy } }),
      },
      { [policy]: cachePolicy() },
    )
  const { routing } = review(design('One', 'web'), design('Other', 'front'))
  expect(routing).toEqual([])
})

test('a parameter in place of a value is not known before deployment', () => {
  const unknown = { unknown: '!Ref CacheTtl', expression: { Ref: 'CacheTtl' } }
  const design = (ttl: number | typeof unknown) =>
    distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: { ref: 'Own' } }) },
      { Own: cachePolicy({ DefaultTTL: ttl as number }) },
    )
  const { routing } = review(design(60), design(unknown))
  expect(routing[0]?.changes).toMatchObject([
    { what: 'ttl', after: 'not known before deployment (!Ref CacheTtl)' },
  ])
  expect(review(design(unknown), design(unknown)).routing).toEqual([])
})

test('a policy that stands in the account alone is never taken for defaults', () => {
  const design = (id: string) =>
    distribution({ DefaultCacheBehavior: defaultBehavior('web', { CachePolicyId: id }) })
  const [one, other] = ['11111111-0000-0000-0000-000000000000', '22222222-0000-0000-0000-000000000000']
  expect(review(design(one), design(one)).routing).toEqual([])
  expect(review(design(one), design(other)).routing[0]?.changes.map(({ what }) => what)).toContain(
    'cache-key',
  )
  expect(review(design(managed.cachingOptimized), design(other)).routing).toHaveLength(1)
})

test('the default root object is a class of its own, “/”', () => {
  const {
    routing,
    classOf,
    distribution: wide,
  } = review(
    distribution({ DefaultRootObject: 'index.html' }),
    distribution({ DefaultRootObject: 'home.html' }),
  )
  expect(routing[classOf('/') ?? -1]).toMatchObject({ witness: '/', paths: '/ alone' })
  expect(classOf('/index.html')).toBeNull()
  expect(wide).toMatchObject([{ what: 'origin-request', setting: '/DefaultRootObject' }])
})

test('an error page that moves is told for every path that shows it', () => {
  const design = (path: string) =>
    distribution({
      Origins: origins,
      CacheBehaviors: [behavior('/errors/*', path)],
      CustomErrorResponses: [{ ErrorCode: 404, ResponsePagePath: '/errors/404.html', ResponseCode: '404' }],
    })
  expect(review(design('web'), design('api')).distribution).toMatchObject([{ what: 'errors' }])
})

test('an origin access control in place of an identity names the bucket policy', () => {
  const design = (isControl: boolean) =>
    distribution(
      {
        Origins: [
          isControl
            ? bucketOrigin('files')
            : {
                ...bucketOrigin('files', {
                  S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E1' },
                }),
                OriginAccessControlId: '',
              },
        ],
      },
      { Oac: oac },
    )
  const [change] = review(design(false), design(true)).routing[0]?.changes ?? []
  expect(change).toMatchObject({ what: 'origin', severity: 'danger' })
  expect(change?.text).toContain('cloudfront.amazonaws.com')
})

test('the value of a header that keeps others out is never shown', () => {
  const design = (value: string) =>
    distribution({
      Origins: [customOrigin('web', { CustomHeaders: [{ HeaderName: 'x-verify', HeaderValue: value }] })],
    })
  const told = JSON.stringify(review(design('s3cret-one'), design('s3cret-two')).routing)
  expect(told).toContain('x-verify')
  expect(told).not.toContain('s3cret')
})

const staged = (header: string, target: string): DesignDocument =>
  distribution(
    { Origins: origins, ContinuousDeploymentPolicyId: { ref: 'Rollout' } },
    {
      Next: {
        type: 'Distribution',
        config: {
          Enabled: true,
          Staging: true,
          Origins: origins,
          DefaultCacheBehavior: defaultBehavior(target),
        },
      },
      Rollout: {
        type: 'ContinuousDeploymentPolicy',
        config: {
          Enabled: true,
          StagingDistributionDnsNames: [{ ref: 'Next', attribute: 'DomainName' }],
          TrafficConfig: {
            Type: 'SingleHeader',
            SingleHeaderConfig: { Header: 'aws-cf-cd-next', Value: header },
          },
        },
      },
    },
  )

test('what a staging distribution serves otherwise is told, and so is who gets there; the value of the header is not', () => {
  expect(review(staged('a', 'web'), staged('a', 'web')).distribution).toEqual([])
  expect(review(staged('a', 'web'), staged('a', 'api')).distribution).toMatchObject([
    { what: 'origin', after: '“Next” with 1 change' },
  ])
  const other = review(staged('s3cret-1', 'web'), staged('s3cret-2', 'web')).distribution
  expect(other).toMatchObject([{ what: 'access', severity: 'change' }])
  expect(JSON.stringify(other)).not.toContain('s3cret')
})

const tenanted = (host: string, domain: string): DesignDocument =>
  distribution(
    {
      ConnectionMode: 'tenant-only',
      Origins: [customOrigin('web', { DomainName: '{{name}}.example.org' })],
      TenantConfig: {
        ParameterDefinitions: [{ Name: 'name', Definition: { StringSchema: { Required: true } } }],
      },
    },
    {
      One: {
        type: 'DistributionTenant',
        config: {
          Name: 'one',
          DistributionId: { ref: 'Site' },
          Domains: [{ Domain: domain }],
          Parameters: [{ Name: 'name', Value: host }],
          Enabled: true,
        },
      },
    },
  )

test('a tenant whose parameter or domain changes is named', () => {
  const same = review(tenanted('a', 'a.example.com'), tenanted('a', 'a.example.com'))
  expect([same.routing, same.distribution]).toEqual([[], []])
  const [change] = review(tenanted('a', 'a.example.com'), tenanted('b', 'a.example.com')).distribution
  expect(change).toMatchObject({ what: 'origin', severity: 'danger' })
  expect(change?.text).toContain('Tenant “One”')
  expect(review(tenanted('a', 'a.example.com'), tenanted('a', 'b.example.com')).distribution).toMatchObject([
    { what: 'access', severity: 'danger', kinds: ['outage'] },
  ])
})

test('where a function chooses origins by their ids, an origin that no behavior targets matters', () => {
  const design = (host: string) =>
    distribution(
      {
        Origins: [customOrigin('web'), customOrigin('api', { DomainName: host })],
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      {
        F: {
          type: 'Function',
          config: {
            Name: 'f',
            FunctionCode:
              "import cf from 'cloudfront'; function handler(e) { cf.selectRequestOriginById('api'); return e.request }",
            FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
          },
        },
      },
    )
  expect(review(design('a.example.org'), design('b.example.org')).distribution).toMatchObject([
    { what: 'origin' },
  ])
})

test('a host that is written and one that a stack will make cannot be told apart before the deployment', () => {
  const design = (DomainName: string | { ref: string; attribute: string }) =>
    distribution(
      { Origins: [bucketOrigin('files', { DomainName })] },
      {
        Oac: oac,
        Files: { type: 'AWS::S3::Bucket', config: {} },
        Other: { type: 'AWS::S3::Bucket', config: {} },
      },
    )
  const ref = (id: string) => ({ ref: id, attribute: 'RegionalDomainName' })
  const written = review(design('files.s3.eu-west-1.amazonaws.com'), design(ref('Files')))
  const change = written.routing[0]?.changes.find(({ setting }) => setting.endsWith('/DomainName'))
  expect(change).toMatchObject({ what: 'origin', severity: 'change' })
  expect(change?.text).toContain('not known before deployment (Files.RegionalDomainName)')
  // Two buckets of the same stack are two buckets.
  const [moved] = review(design(ref('Files')), design(ref('Other'))).routing[0]?.changes ?? []
  expect(moved).toMatchObject({ what: 'origin', severity: 'danger' })
})

/** The sentences of what one aspect says when the policy of the default behavior takes another's place. */
function said(what: string, before: DesignDocument, after: DesignDocument): string {
  const { routing } = review(before, after)
  return routing
    .flatMap(({ changes }) => changes.flatMap((one) => (one.what === what ? one.text : [])))
    .join()
}

test('a policy that takes all but some names is not said to take every one', () => {
  const sending = (more: Parameters<typeof originRequestPolicy>[0]) =>
    distribution(
      {
        Origins: origins,
        DefaultCacheBehavior: defaultBehavior('web', { OriginRequestPolicyId: { ref: 'Sent' } }),
      },
      { Sent: originRequestPolicy(more) },
    )
  const cookies = { CookieBehavior: 'allExcept' as const, Cookies: ['sid', 'cart'] }
  const headers = { HeaderBehavior: 'allExcept' as const, Headers: ['Host'] }
  expect(
    said('origin-request', sending({}), sending({ CookiesConfig: cookies, HeadersConfig: headers })),
  ).toBe('The origin is now sent every header but “host” and every cookie but “sid”, “cart”.')
  const listed = { CookieBehavior: 'whitelist' as const, Cookies: ['a'] }
  expect(
    said('origin-request', sending({ CookiesConfig: cookies }), sending({ CookiesConfig: listed })),
  ).toBe('The origin is no longer sent any other cookie.')
})

test('what differs in a long header is seen, and a header that only gives way is said to', () => {
  const setting = (ContentSecurityPolicy: string, FrameOverride: boolean) =>
    distribution(
      { DefaultCacheBehavior: defaultBehavior('web', { ResponseHeadersPolicyId: { ref: 'Set' } }) },
      {
        Set: responseHeadersPolicy({
          SecurityHeadersConfig: {
            ContentSecurityPolicy: { ContentSecurityPolicy, Override: true },
            FrameOptions: { FrameOption: 'DENY', Override: FrameOverride },
          },
        }),
      },
    )
  const long = "default-src 'self'; img-src 'self' data: https://images.example.com; script-src"
  const text = said('response', setting(`${long} 'self'`, false), setting(`${long} 'none'`, true))
  expect(text).toContain("script-src 'none' instead of …")
  expect(text).toContain("script-src 'self'.")
  expect(text).toContain('x-frame-options replaces what the origin sets; until now only where it sets none.')
})

test('what a legacy behavior sends on by itself is named beside what is lost', () => {
  const legacy = {
    TargetOriginId: 'web',
    ViewerProtocolPolicy: 'redirect-to-https',
    ForwardedValues: { QueryString: true, Cookies: { Forward: 'all' } },
  } as const
  const { routing } = review(
    distribution({ DefaultCacheBehavior: legacy }),
    distribution({ DefaultCacheBehavior: { ...legacy, CachePolicyId: managed.cachingDisabled } }),
  )
  expect(routing[0]?.changes.find(({ what }) => what === 'origin-request')).toMatchObject({
    before: "the origin's Host; most headers; all cookies; all query parameters",
    after: "the origin's Host",
  })
})
