import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { isExpression, isWhollyKnown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { deliveriesOf, standardLogs } from '#core/rules/lookup/access-logs.ts'

export const loggingNone = defineRule({
  id: 'logging/none',
  severity: 'info',
  profiles: ['recommended', 'security'],
  summary: 'Requests are not logged.',
  why: 'Without access logs nobody can tell afterwards who asked for what, why the hit ratio fell or where errors came from. Legacy logs, standard logging v2 or real-time logs will do.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_86', 'cdk-nag CFR3', 'Security Hub CloudFront.5'],

  *check({ document }) {
    // Terraform's deliveries are not among the resources of the design, but stand in its text.
    const { source } = document
    if (source?.format === 'terraform' && source.text.includes('aws_cloudwatch_log_delivery_source')) return
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      const isUndecided = isExpression(config.Logging) || isExpression(known(config.Logging)?.Enabled)
      if (isUndecided || standardLogs(config) || deliveriesOf(document, distribution).length > 0) continue
      if (!isWhollyKnown(config.CacheBehaviors)) continue
      if (behaviorsOf(distribution).some(({ behavior }) => behavior.RealtimeLogConfigArn)) continue
      yield {
        path: [...path, 'Logging'],
        message: `“${id}” logs no requests; send access logs to a bucket, by standard logging v2 or in real time.`,
      }
    }
  },
})
