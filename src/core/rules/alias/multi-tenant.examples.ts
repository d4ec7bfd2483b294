import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    direct: distribution({ Aliases: ['www.example.com'] }),
  },
  invalid: {
    tenants: distribution({ Aliases: ['www.example.com'], ConnectionMode: 'tenant-only' }),
  },
}
