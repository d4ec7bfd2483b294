import { defineOrigin } from './kind/kind.ts'

export const s3AccessPoint = defineOrigin({
  id: 's3-access-point',
  label: 'S3 access point',
  picture: 'bucket',
  matches: (host) => /-s3alias\.s3\.[a-z0-9-]+\.amazonaws\.com$/.test(host),
  examples: ['site-x7abc-s3alias.s3.us-east-1.amazonaws.com'],
  signing: 's3',
  isBucket: true,
  preset: null,
})
