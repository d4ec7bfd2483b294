import { expect, test } from 'vitest'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { kindOfHost, originKindOf, originKinds } from './index.ts'

test('every kind takes its own hosts, and no other kind before it does', () => {
  for (const { id, examples } of originKinds) {
    expect([id, examples.length > 0]).toEqual([id, true])
    for (const host of examples) expect([host, kindOfHost(host).id]).toEqual([host, id])
  }
})

test('every file beside the registry is a kind of it', () => {
  const files = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./index.ts', '!./*.test.ts'], {
    eager: true,
  })
  const registered = new Set<unknown>(originKinds)
  const strays = Object.keys(files).filter(
    (file) => !Object.values(files[file] ?? {}).some((value) => registered.has(value)),
  )
  expect(strays).toEqual([])
  expect(Object.keys(files)).toHaveLength(originKinds.length)
})

test('an id that no kind has does not compile', () => {
  const { id } = kindOfHost('www.example.com')
  // @ts-expect-error: there is no such kind.
  expect(id === 's3-buckets').toBe(false)
})

test('a preset brings an access control only where CloudFront can sign for its kind', () => {
  expect(originKinds.filter(({ preset, signing }) => preset?.access != null && signing === null)).toEqual([])
})

test('an origin that names a resource of its template is of the kind of that', () => {
  const kinds = {
    'AWS::EC2::Instance': ['PublicDnsName', 'ec2'],
    'AWS::AppSync::GraphQLApi': ['GraphQLDns', 'app-sync'],
    'AWS::AppSync::Api': ['Dns.Realtime', 'app-sync-realtime'],
    'AWS::AppRunner::Service': ['ServiceUrl', 'app-runner'],
    'AWS::ElasticBeanstalk::Environment': ['EndpointURL', 'load-balancer'],
  } as const
  for (const [type, [attribute, id]] of Object.entries(kinds)) {
    const origin = customOrigin('web', { DomainName: { ref: 'Server', attribute } })
    const document = distribution({ Origins: [origin] }, { Server: { type: type as 'A::B', config: {} } })
    expect([type, originKindOf(document, origin)?.id]).toEqual([type, id])
  }
})
