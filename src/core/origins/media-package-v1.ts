import { defineOrigin, server } from './kind/kind.ts'

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/live-streaming.html */
export const mediaPackageV1 = defineOrigin({
  id: 'media-package-v1',
  label: 'MediaPackage v1',
  picture: 'video',
  // Without a name before it, it is the origin that answers 404 to what no channel takes.
  matches: (host) => /(^|\.)mediapackage(-vod)?\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(host),
  examples: [
    '3ae97e9482b0d011.mediapackage.us-west-2.amazonaws.com',
    '3ae97e9482b0d011.egress.mediapackage-vod.us-west-2.amazonaws.com',
    'mediapackage.us-west-2.amazonaws.com',
  ],
  signing: null,
  isBucket: false,
  isHttpsOnly: true,
  preset: {
    hint: 'live channel or video on demand, version 1',
    origin: {
      Id: 'channel',
      DomainName: '3ae97e9482b0d011.mediapackage.eu-west-1.amazonaws.com',
      ...server('https-only'),
    },
    access: null,
  },
})
