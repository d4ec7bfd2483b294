import { defineOrigin, server } from './kind/kind.ts'

export const lambdaUrl = defineOrigin({
  id: 'lambda-url',
  label: 'Lambda function URL',
  picture: 'lambda',
  matches: (host) => /\.lambda-url\.[a-z0-9-]+\.on\.aws$/.test(host),
  examples: ['abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws'],
  signing: 'lambda',
  isBucket: false,
  preset: {
    hint: 'signed by origin access control',
    origin: {
      Id: 'function-url',
      DomainName: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws',
      ...server('https-only'),
    },
    access: 'FunctionAccess',
  },
})
