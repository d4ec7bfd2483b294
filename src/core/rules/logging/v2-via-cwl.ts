import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression, known } from '#core/model/field.ts'
import { isAloneInFile } from '#core/model/links.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { deliveriesOf } from '#core/rules/lookup/access-logs.ts'
import { foreignOf, namedIn } from '#core/rules/lookup/foreign.ts'

export const loggingV2ViaCwl = defineRule({
  id: 'logging/v2-via-cwl',
  severity: 'info',
  sees: 'all',
  summary: 'A log delivery source has no delivery.',
  why: 'Version 2 is not a field of a distribution: a DeliverySource, a DeliveryDestination and a Delivery of CloudWatch Logs, in us-east-1, send its access logs to S3, CloudWatch Logs or Firehose.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      const logging = known(config.Logging)
      const sources = deliveriesOf(document, distribution)
      if (logging && logging.Enabled === undefined && !logging.Bucket && sources.length === 0)
        yield {
          path: [...path, 'Logging'],
          message: `Logging of “${id}” has no bucket, so no legacy logs are sent, and nothing in the design delivers those of version 2; add a DeliverySource, a DeliveryDestination and a Delivery, or name a bucket.`,
        }
      for (const source of sources) {
        const isDelivered = foreignOf(document, 'AWS::Logs::Delivery').some(
          ({ config: delivery }) =>
            namedIn(delivery['DeliverySourceName']).includes(source.id) ||
            isExpression(delivery['DeliverySourceName']) ||
            delivery['DeliverySourceName'] === source.config['Name'],
        )
        if (isDelivered || isAloneInFile(document)) continue
        yield {
          path: ['resources', source.id, 'config'],
          message: `“${source.id}” takes the access logs of “${id}” and nothing delivers them; add a Delivery to a DeliveryDestination.`,
        }
      }
    }
  },
})
