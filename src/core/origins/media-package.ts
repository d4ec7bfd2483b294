import { defineOrigin, server } from './kind/kind.ts'

export const mediaPackage = defineOrigin({
  id: 'media-package',
  label: 'MediaPackage v2',
  picture: 'video',
  matches: (host) => /\.mediapackagev2\.[a-z0-9-]+\.amazonaws\.com$/.test(host),
  examples: ['abcdef.egress.mediapackagev2.eu-west-1.amazonaws.com'],
  signing: 'mediapackagev2',
  isBucket: false,
  isHttpsOnly: true,
  preset: {
    hint: 'video, signed by origin access control',
    origin: {
      Id: 'media',
      DomainName: 'abcdef.egress.mediapackagev2.eu-west-1.amazonaws.com',
      ...server('https-only'),
    },
    access: 'MediaAccess',
  },
})
