import { defineOrigin, server } from './kind/kind.ts'

/** Subscriptions by WebSocket. https://docs.aws.amazon.com/appsync/latest/devguide/real-time-websocket-client.html */
export const appSyncRealtime = defineOrigin({
  id: 'app-sync-realtime',
  label: 'AppSync real-time',
  picture: 'api',
  matches: (host) => /\.appsync-realtime-api\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|api\.aws)$/.test(host),
  examples: ['example1234567890000.appsync-realtime-api.us-east-1.amazonaws.com'],
  signing: null,
  isBucket: false,
  isHttpsOnly: true,
  preset: {
    hint: 'subscriptions by WebSocket',
    origin: {
      Id: 'realtime',
      DomainName: 'example1234567890000.appsync-realtime-api.eu-west-1.amazonaws.com',
      ...server('https-only'),
    },
    access: null,
  },
})
