import { defineOrigin, server } from './kind/kind.ts'

export const apiGateway = defineOrigin({
  id: 'api-gateway',
  label: 'API Gateway',
  picture: 'api',
  matches: (host) => /\.execute-api\.[a-z0-9-]+\.amazonaws\.com$/.test(host),
  examples: ['abcdef1234.execute-api.eu-west-1.amazonaws.com'],
  signing: null,
  isBucket: false,
  preset: {
    hint: 'REST or HTTP API',
    origin: {
      Id: 'api',
      DomainName: 'abcdef1234.execute-api.eu-west-1.amazonaws.com',
      ...server('https-only'),
    },
    access: null,
  },
})
