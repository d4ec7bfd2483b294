import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { multiTenant, tenant } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    none: multiTenant({}, { Tenant: tenant() }),
    'its own': multiTenant(
      {},
      {
        Tenant: tenant({
          Customizations: {
            WebAcl: {
              Action: 'override',
              Arn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/own/1234',
            },
          },
        }),
      },
    ),
    off: multiTenant({}, { Tenant: tenant({ Customizations: { WebAcl: { Action: 'disable' } } }) }),
  },
  invalid: {
    'nothing to use': multiTenant(
      {},
      { Tenant: tenant({ Customizations: { WebAcl: { Action: 'override' } } }) },
    ),
    'off with one': multiTenant(
      {},
      {
        Tenant: tenant({
          Customizations: {
            WebAcl: { Action: 'disable', Arn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/own/1234' },
          },
        }),
      },
    ),
    'one of a region': multiTenant(
      {},
      {
        Tenant: tenant({
          Customizations: {
            WebAcl: {
              Action: 'override',
              Arn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/own/1234',
            },
          },
        }),
      },
    ),
  },
}
