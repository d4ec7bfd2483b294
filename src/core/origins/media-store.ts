import { defineOrigin } from './kind/kind.ts'

export const mediaStore = defineOrigin({
  id: 'media-store',
  label: 'MediaStore',
  picture: 'video',
  matches: (host) => /\.data\.mediastore\.[a-z0-9-]+\.amazonaws\.com$/.test(host),
  examples: ['abcdef.data.mediastore.eu-west-1.amazonaws.com'],
  signing: 'mediastore',
  isBucket: false,
  preset: null,
})
