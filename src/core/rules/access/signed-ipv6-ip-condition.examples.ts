import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { defaultBehavior, distribution } from '#fixtures/build.ts'

const signed = (IsIPV6Enabled: boolean): DesignDocument =>
  distribution({
    IsIPV6Enabled,
    DefaultCacheBehavior: defaultBehavior('web', { TrustedKeyGroups: { Enabled: true, Items: ['g'] } }),
  })
const policy = btoa(
  JSON.stringify({ Statement: [{ Condition: { IpAddress: { 'AWS:SourceIp': '192.0.2.0/24' } } }] }),
)
  .replaceAll('+', '-')
  .replaceAll('=', '_')
  .replaceAll('/', '~')

export const examples: RuleExamples = {
  valid: {
    'IPv6 is off': signed(false),
    'nothing is signed': distribution({ IsIPV6Enabled: true }),
  },
  invalid: {
    'IPv6 is on': signed(true),
    'a policy of a scenario': {
      ...signed(true),
      scenarios: [
        {
          name: 'from the office',
          steps: [
            {
              request: {
                method: 'GET',
                url: `https://d111111abcdef8.cloudfront.net/a?Policy=${policy}&Signature=x&Key-Pair-Id=K`,
              },
            },
          ],
        },
      ],
    },
  },
}
