import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
    'an underscore': distribution({ Origins: [customOrigin('web', { DomainName: 'my_app.example.org' })] }),
    'a tenant’s parameter is a part of it': distribution({
      Origins: [customOrigin('web', { DomainName: '{{customer}}.app.example.org' })],
    }),
    'a scheme is the matter of another rule': distribution({
      Origins: [customOrigin('web', { DomainName: 'https://example.org' })],
    }),
  },
  invalid: {
    'no dot': distribution({ Origins: [customOrigin('web', { DomainName: 'backend' })] }),
    'an empty label': distribution({ Origins: [customOrigin('web', { DomainName: 'a..example.org' })] }),
  },
}
