import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'
import { inAccount } from '#core/rules/lookup/counting.ts'

export const quotaRealtimeLogDeliveryConfigsPerAccount = defineQuotaRule({
  name: 'realtime-log-delivery-configs-per-account',
  scope: 'account',
  sees: 'shared',
  summary: 'The account has more than 150 real-time log configurations.',
  counted: 'real-time log configurations',
  code: 'TooManyRealtimeLogConfigs',

  *usages({ document }) {
    yield* inAccount(document, 'RealtimeLogConfig')
  },
})
