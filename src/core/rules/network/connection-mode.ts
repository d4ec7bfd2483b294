import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkConnectionMode = defineRule({
  id: 'network/connection-mode',
  covers: ['tenant/config-on-direct'],
  severity: 'error',
  summary: 'A standard distribution has TenantConfig.',
  why: 'TenantConfig describes what tenants fill in. A distribution that viewers connect to directly has no tenants, and CloudFront refuses it. The mode cannot be changed later.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      if (known(config.TenantConfig) === undefined || isUnknown(config.ConnectionMode)) continue
      const mode = known(config.ConnectionMode) ?? 'direct'
      if (mode !== 'direct') continue
      yield {
        path: [...path, 'TenantConfig'],
        message: `“${id}” has TenantConfig and the connection mode “direct”, which CloudFront refuses; remove TenantConfig, or make it “tenant-only”, which only a new distribution can be.`,
        suggestions: [
          removeAt([...path, 'TenantConfig'], 'Remove TenantConfig'),
          setAt([...path, 'ConnectionMode'], 'tenant-only', 'Make it tenant-only'),
        ],
      }
    }
  },
})
