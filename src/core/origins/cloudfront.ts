import { defineOrigin } from './kind/kind.ts'

export const cloudFront = defineOrigin({
  id: 'cloudfront',
  label: 'CloudFront distribution',
  picture: 'distribution',
  matches: (host) => /\.cloudfront\.net$/.test(host),
  signing: null,
  isBucket: false,
  preset: null,
})
