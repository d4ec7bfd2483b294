import { defineOrigin, server } from './kind/kind.ts'

/** GraphQL and Events over HTTP. https://docs.aws.amazon.com/appsync/latest/devguide/data-plane-api.html */
export const appSync = defineOrigin({
  id: 'app-sync',
  label: 'AppSync',
  picture: 'api',
  matches: (host) => /\.appsync-api\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|api\.aws)$/.test(host),
  examples: [
    'example1234567890000.appsync-api.us-east-1.amazonaws.com',
    'example1234567890000.appsync-api.cn-north-1.amazonaws.com.cn',
  ],
  signing: null,
  isBucket: false,
  isHttpsOnly: true,
  preset: {
    hint: 'GraphQL API; operations arrive by POST',
    origin: {
      Id: 'graphql',
      DomainName: 'example1234567890000.appsync-api.eu-west-1.amazonaws.com',
      ...server('https-only'),
    },
    access: null,
  },
})
