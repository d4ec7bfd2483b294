import { defineOrigin } from './kind/kind.ts'
import { s3Website } from './s3-website.ts'

const bucket = /^.+\.s3([.-](dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/

export const s3Bucket = defineOrigin({
  id: 's3-bucket',
  label: 'S3 bucket',
  picture: 'bucket',
  // The host of a website with a dash is of the same form.
  matches: (host) => bucket.test(host) && !s3Website.matches(host),
  examples: [
    'site.s3.amazonaws.com',
    'site.s3.eu-west-1.amazonaws.com',
    'site.s3-eu-west-1.amazonaws.com',
    'www.example.com.s3.dualstack.eu-west-1.amazonaws.com',
    'site.s3.cn-north-1.amazonaws.com.cn',
    'SITE.S3.EU-WEST-1.AMAZONAWS.COM',
  ],
  signing: 's3',
  isBucket: true,
  preset: {
    hint: 'private, read by origin access control',
    origin: {
      Id: 'bucket',
      DomainName: 'my-bucket.s3.eu-west-1.amazonaws.com',
      S3OriginConfig: { OriginAccessIdentity: '' },
    },
    access: 'BucketAccess',
  },
})
