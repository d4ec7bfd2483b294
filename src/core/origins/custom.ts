import { defineOrigin, server } from './kind/kind.ts'

export const custom = defineOrigin({
  id: 'custom',
  label: 'HTTP server',
  picture: 'server',
  matches: () => true,
  examples: ['www.example.com', 's3.example.com', 'cloudfront.net.example.com', ''],
  signing: null,
  isBucket: false,
  preset: {
    hint: 'any public host',
    origin: { Id: 'origin', ...server('https-only') },
    access: null,
  },
})
