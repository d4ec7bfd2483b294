import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { isRef } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { textIn } from '#core/rules/lookup/foreign.ts'
import { repeatedTogether } from '#core/rules/lookup/walk.ts'

const distributionOf = (id: unknown): string | undefined => (isRef(id) ? `ref ${id.ref}` : textIn(id))

export const loggingMonitoringTwice = defineRule({
  id: 'logging/monitoring-twice',
  severity: 'error',
  sees: 'shared',
  summary: 'A distribution has two monitoring subscriptions.',
  why: 'A distribution has one monitoring subscription or none; a second one is refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateMonitoringSubscription.html',
  code: 'MonitoringSubscriptionAlreadyExists',

  *check({ document }) {
    const all = resourcesOf(document, 'MonitoringSubscription')
    const repeated = repeatedTogether(
      all,
      (one) => one,
      ({ config }) => distributionOf(config.DistributionId),
    )
    for (const { id, path } of repeated)
      yield {
        path: [...path, 'DistributionId'],
        message: `“${id}” is a second monitoring subscription of one distribution, so CloudFront answers MonitoringSubscriptionAlreadyExists; remove it.`,
        suggestions: [removeAt(['resources', id], `Remove “${id}”`)],
      }
  },
})
