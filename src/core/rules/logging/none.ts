import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression, isWhollyKnown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { deliveriesOf, standardLogs } from '#core/rules/lookup/access-logs.ts'

/** Terraform's deliveries are not among the resources of the design, but its text declares them: as HCL or as a plan. */
const declaresDelivery = ({ source }: DesignDocument): boolean =>
  source?.format === 'terraform' &&
  /^[^\S\n]*resource\s+"aws_cloudwatch_log_delivery_source"|"type":\s*"aws_cloudwatch_log_delivery_source"/m.test(
    source.text,
  )

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
    if (declaresDelivery(document)) return
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
