import { defineOrigin } from './kind/kind.ts'

export const cloudFront = defineOrigin({
  id: 'cloudfront',
  label: 'CloudFront distribution',
  picture: 'distribution',
  matches: (host) => /\.cloudfront\.net$/.test(host),
  examples: ['d111111abcdef8.cloudfront.net'],
  signing: null,
  isBucket: false,
  preset: null,
})
