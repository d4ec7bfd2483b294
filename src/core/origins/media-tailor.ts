import { defineOrigin, server } from './kind/kind.ts'

/** Manifests of each viewer's own, and ad segments. https://docs.aws.amazon.com/mediatailor/latest/ug/cloudfront-basic-setup.html */
export const mediaTailor = defineOrigin({
  id: 'media-tailor',
  label: 'MediaTailor',
  picture: 'video',
  matches: (host) => /\.mediatailor\.[a-z0-9-]+\.amazonaws\.com$/.test(host),
  examples: [
    'a1b2c3d4.mediatailor.us-west-2.amazonaws.com',
    'manifests.mediatailor.us-west-2.amazonaws.com',
    'segments.mediatailor.us-west-2.amazonaws.com',
    'a1b2c3d4.channel-assembly.mediatailor.us-west-2.amazonaws.com',
  ],
  signing: null,
  isBucket: false,
  isHttpsOnly: true,
  preset: {
    hint: 'ads in each viewer’s own manifest, never cached',
    origin: {
      Id: 'ads',
      DomainName: 'a1b2c3d4.mediatailor.eu-west-1.amazonaws.com',
      ...server('https-only'),
    },
    access: null,
  },
})
