import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const tenantDisabled = defineRule({
  id: 'tenant/disabled',
  severity: 'warning',
  sees: 'shared',
  summary: 'A tenant is disabled.',
  why: 'A disabled distribution tenant answers no requests for its domain names.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistributionTenant.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { status: 403, originRequests: [] } },

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'DistributionTenant')) {
      if (known(config.Enabled) !== false) continue
      const field = [...path, 'Enabled']
      yield {
        path: field,
        message: `The tenant “${id}” is disabled, so its domain names get no answers; enable it when it is to serve.`,
        suggestions: [setAt(field, true, 'Enable the tenant')],
      }
    }
  },
})
