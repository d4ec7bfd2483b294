import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, responseHeadersPolicy } from '#fixtures/build.ts'
import { multiTenant, tenant, tenantParameter } from '#fixtures/build-resources.ts'

const withColor = (Value: string) =>
  multiTenant(
    { TenantConfig: { ParameterDefinitions: [tenantParameter('color')] } },
    { Customer: tenant({ Parameters: [{ Name: 'color', Value }] }) },
  )

export const examples: RuleExamples = {
  valid: {
    'a short comment': distribution({}, { Policy: responseHeadersPolicy({ Comment: 'for the site' }) }),
    'a value': withColor('blue'),
  },
  invalid: {
    'a comment of 129 characters': distribution(
      {},
      { Policy: responseHeadersPolicy({ Comment: 'c'.repeat(129) }) },
    ),
    'an empty value': withColor(''),
    'a name with a space': multiTenant({}, { Customer: tenant({ Name: 'a customer' }) }),
  },
}
