import { defineOrigin, server } from './kind/kind.ts'

export const s3Website = defineOrigin({
  id: 's3-website',
  label: 'S3 website',
  picture: 'website',
  matches: (host) => /\.s3-website[.-][a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(host),
  examples: ['site.s3-website-eu-west-1.amazonaws.com', 'site.s3-website.eu-central-1.amazonaws.com'],
  signing: null,
  isBucket: false,
  preset: {
    hint: 'public, HTTP only',
    origin: {
      Id: 'website',
      DomainName: 'my-site.s3-website-eu-west-1.amazonaws.com',
      ...server('http-only'),
    },
    access: null,
  },
})
