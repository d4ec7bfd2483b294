import { defineOrigin, server } from './kind/kind.ts'

export const mediaPackage = defineOrigin({
  id: 'media-package',
  label: 'MediaPackage',
  picture: 'video',
  matches: (host) => /\.mediapackagev2\.[a-z0-9-]+\.amazonaws\.com$/.test(host),
  examples: ['abcdef.egress.mediapackagev2.eu-west-1.amazonaws.com'],
  signing: 'mediapackagev2',
  isBucket: false,
  preset: {
    hint: 'video origin, version 2',
    origin: {
      Id: 'media',
      DomainName: 'abcdef.egress.mediapackagev2.eu-west-1.amazonaws.com',
      ...server('https-only'),
    },
    access: 'MediaAccess',
  },
})
