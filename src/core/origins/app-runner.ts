import { defineOrigin, server } from './kind/kind.ts'

/** It finds the service by Host. https://docs.aws.amazon.com/apprunner/latest/dg/request-route-404-troubleshoot.html */
export const appRunner = defineOrigin({
  id: 'app-runner',
  label: 'App Runner',
  picture: 'server',
  matches: (host) => /\.awsapprunner\.com$/.test(host),
  examples: ['psbqam834h.us-east-1.awsapprunner.com'],
  signing: null,
  isBucket: false,
  isHttpsOnly: true,
  preset: {
    hint: 'a service, by its own name; closed to new customers',
    origin: {
      Id: 'service',
      DomainName: 'psbqam834h.eu-west-1.awsapprunner.com',
      ...server('https-only'),
    },
    access: null,
  },
})
