import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin } from '#fixtures/build.ts'
import { multiTenant, tenant, tenantParameter } from '#fixtures/build-resources.ts'

const withSite = (Value: string) =>
  multiTenant(
    {
      Origins: [customOrigin('web', { DomainName: '{{site}}.example.com' })],
      TenantConfig: { ParameterDefinitions: [tenantParameter('site')] },
    },
    { Customer: tenant({ Parameters: [{ Name: 'site', Value }] }) },
  )

export const examples: RuleExamples = {
  valid: { 'a label': withSite('shop') },
  invalid: { 'a space and a slash': withSite('my shop/eu') },
}
