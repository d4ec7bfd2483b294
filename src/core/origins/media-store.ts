import { defineOrigin } from './kind/kind.ts'

export const mediaStore = defineOrigin({
  id: 'media-store',
  label: 'MediaStore',
  picture: 'video',
  matches: (host) => /\.data\.mediastore\.[a-z0-9-]+\.amazonaws\.com$/.test(host),
  signing: 'mediastore',
  isBucket: false,
  preset: null,
})
