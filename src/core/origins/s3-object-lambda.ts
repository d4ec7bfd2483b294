import { defineOrigin } from './kind/kind.ts'

export const s3ObjectLambda = defineOrigin({
  id: 's3-object-lambda',
  label: 'S3 Object Lambda',
  picture: 'bucket',
  matches: (host) => /--ol-s3\.s3\.[a-z0-9-]+\.amazonaws\.com$/.test(host),
  examples: ['thumbs-123456789012--ol-s3.s3.eu-west-1.amazonaws.com'],
  signing: 's3',
  isBucket: true,
  preset: null,
})
