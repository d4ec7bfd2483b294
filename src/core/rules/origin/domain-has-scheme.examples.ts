import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a host': distribution(),
  },
  invalid: {
    'a URL': distribution({ Origins: [customOrigin('a', { DomainName: 'https://a.example.org/x' })] }),
    'a server with a port': distribution({
      Origins: [customOrigin('a', { DomainName: 'a.example.org:8443' })],
    }),
  },
}
