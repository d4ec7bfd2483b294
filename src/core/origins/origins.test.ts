import { expect, test } from 'vitest'
import { kindOfHost, type OriginKindId, originKinds } from './index.ts'

const hosts: Readonly<Record<OriginKindId, readonly string[]>> = {
  's3-object-lambda': ['thumbs-123456789012--ol-s3.s3.eu-west-1.amazonaws.com'],
  's3-access-point': ['site-x7abc-s3alias.s3.us-east-1.amazonaws.com'],
  's3-bucket': [
    'site.s3.amazonaws.com',
    'site.s3.eu-west-1.amazonaws.com',
    'site.s3-eu-west-1.amazonaws.com',
    'www.example.com.s3.dualstack.eu-west-1.amazonaws.com',
    'site.s3.cn-north-1.amazonaws.com.cn',
    'SITE.S3.EU-WEST-1.AMAZONAWS.COM',
  ],
  's3-website': ['site.s3-website-eu-west-1.amazonaws.com', 'site.s3-website.eu-central-1.amazonaws.com'],
  'load-balancer': ['web-12345.eu-west-1.elb.amazonaws.com', 'net-12345.elb.eu-west-1.amazonaws.com'],
  'api-gateway': ['abcdef1234.execute-api.eu-west-1.amazonaws.com'],
  'lambda-url': ['abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws'],
  'media-package': ['abcdef.egress.mediapackagev2.eu-west-1.amazonaws.com'],
  'media-store': ['abcdef.data.mediastore.eu-west-1.amazonaws.com'],
  cloudfront: ['d111111abcdef8.cloudfront.net'],
  custom: ['www.example.com', 's3.example.com', 'cloudfront.net.example.com', ''],
}

test('every kind takes its own hosts', () => {
  for (const [id, examples] of Object.entries(hosts))
    for (const host of examples) expect([host, kindOfHost(host).id]).toEqual([host, id])
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
