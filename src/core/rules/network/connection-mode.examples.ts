import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

const TenantConfig = {
  ParameterDefinitions: [{ Name: 'tenant', Definition: { StringSchema: { Required: true } } }],
}

export const examples: RuleExamples = {
  valid: {
    'for tenants': distribution({ ConnectionMode: 'tenant-only', TenantConfig }),
    'no parameters': distribution({ ConnectionMode: 'direct' }),
    'a mode that the deployment decides': distribution({
      ConnectionMode: { unknown: '!Ref Mode', expression: { Ref: 'Mode' } },
      TenantConfig,
    }),
  },
  invalid: {
    direct: distribution({ ConnectionMode: 'direct', TenantConfig }),
    'direct by default': distribution({ TenantConfig }),
  },
}
