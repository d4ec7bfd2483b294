import { expect, test } from 'vitest'
import type { ViewerRequest } from '#core/model/scenario.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'
import { createSimulation } from './simulation.ts'

const document = multiTenant(
  {
    TenantConfig: {
      ParameterDefinitions: [
        { Name: 'customer', Definition: { StringSchema: { Required: true } } },
        { Name: 'stage', Definition: { StringSchema: { Required: false, DefaultValue: 'live' } } },
      ],
    },
    Origins: [
      {
        key: 'origin-web',
        Id: 'web',
        DomainName: '{{customer}}.app.example.org',
        OriginPath: '/{{ stage }}',
        CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSslProtocols: ['TLSv1.2'] },
      },
    ],
    Restrictions: { GeoRestriction: { RestrictionType: 'blacklist', Items: ['FR'] } },
    WebACLId: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/all/1',
  },
  {
    One: tenant({
      Domains: [{ Domain: 'one.example.com' }, { Domain: '*.one.example.com' }],
      Parameters: [{ Name: 'customer', Value: 'one' }],
      Customizations: {
        GeoRestrictions: { RestrictionType: 'whitelist', Locations: ['DE'] },
        WebAcl: { Action: 'disable' },
      },
    }),
    Two: tenant({ Domains: [{ Domain: 'two.example.com' }], Parameters: [{ Name: 'stage', Value: 'beta' }] }),
    Off: tenant({ Domains: [{ Domain: 'off.example.com' }], Enabled: false }),
  },
)
const simulation = () =>
  createSimulation({ document, origins: { web: [{ response: { status: 200, body: 'ok' } }] } })
const ask = (url: string, viewer: ViewerRequest['viewer'] = {}) => simulation().request({ url, viewer })

test('a tenant’s domain is served with its parameters and the defaults of the others', async () => {
  const { originRequests } = await ask('https://one.example.com/a')
  expect(originRequests[0]).toMatchObject({ host: 'one.app.example.org', path: '/live/a' })
  expect((await ask('https://x.one.example.com/a')).status).toBe(200)
})

test('a parameter without a value is named', async () => {
  const { events, originRequests } = await ask('https://two.example.com/a')
  expect(originRequests[0]?.path).toBe('/beta/a')
  expect(events.map(({ detail }) => detail).join('\n')).toContain('“customer”')
})

test('geography and web ACL are the tenant’s own where it customizes them', async () => {
  expect((await ask('https://one.example.com/', { country: 'US' })).detailedResultType).toBe(
    'ClientGeoBlocked',
  )
  expect((await ask('https://two.example.com/', { country: 'US' })).status).toBe(200)
  const stages = async (url: string) => (await ask(url)).events.map(({ stage }) => stage)
  expect(await stages('https://one.example.com/')).not.toContain('web-acl')
  expect(await stages('https://two.example.com/')).toContain('web-acl')
})

test.each([
  'https://d111111abcdef8.cloudfront.net/',
  'https://other.example.com/',
  'https://off.example.com/',
])('%s is no tenant’s that serves: 403 without an origin', async (url) => {
  const { status, originRequests } = await ask(url)
  expect([status, originRequests]).toEqual([403, []])
})

test('tenants share no objects', async () => {
  const { request } = simulation()
  const seen = []
  for (const url of ['https://one.example.com/a', 'https://two.example.com/a', 'https://one.example.com/a'])
    seen.push((await request({ url })).xCache)
  expect(seen).toEqual(['Miss from cloudfront', 'Miss from cloudfront', 'Hit from cloudfront'])
})
