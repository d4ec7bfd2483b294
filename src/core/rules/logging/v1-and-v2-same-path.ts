import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { isRef, isUnknown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { bucketNameIn, deliveriesOf, logBucketOf, standardLogs } from '#core/rules/lookup/access-logs.ts'
import { foreignBehind, foreignOf, namedIn, textIn } from '#core/rules/lookup/foreign.ts'

/** What stands after the bucket in a destination's ARN; undefined where the deployment decides it. */
function folderOf(arn: unknown): string | undefined {
  if (isRef(arn)) return arn.attribute === 'Arn' ? '' : undefined
  const text = isUnknown(arn) ? arn.like : textIn(arn)
  return text === undefined ? undefined : (/^[^/]*\/?(.*)$/.exec(text)?.[1] ?? '')
}

const withoutSlashes = (folder: string) => folder.replace(/^\/+|\/+$/g, '')

export const loggingV1AndV2SamePath = defineRule({
  id: 'logging/v1-and-v2-same-path',
  severity: 'warning',
  summary: 'Legacy logs and v2 logs go to the same place.',
  why: 'Both kinds write files of similar names; in the same bucket and folder they can overwrite each other.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_LoggingConfig.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { id, config, path } = distribution
      const legacy = standardLogs(config)
      const prefix = legacy?.Prefix === undefined ? '' : known(legacy.Prefix)
      const bucket = logBucketOf(document, config)
      const name = bucketNameIn(legacy?.Bucket)
      if (!legacy || prefix === undefined || (bucket === undefined && name === undefined)) continue
      for (const source of deliveriesOf(document, distribution))
        for (const { config: delivery } of foreignOf(document, 'AWS::Logs::Delivery')) {
          const from = delivery['DeliverySourceName']
          if (!namedIn(from).includes(source.id) && textIn(from) !== source.config['Name']) continue
          const target = foreignBehind(
            document,
            delivery['DeliveryDestinationArn'],
            'AWS::Logs::DeliveryDestination',
          )
          const arn = target?.config['DestinationResourceArn']
          const isSameBucket =
            (bucket !== undefined && namedIn(arn).includes(bucket)) ||
            (name !== undefined &&
              textIn(arn)
                ?.replace(/^arn:aws[\w-]*:s3:::/, '')
                .split('/')[0] === name)
          const folder = folderOf(arn)
          if (!isSameBucket || folder === undefined || delivery['S3SuffixPath']) continue
          if (withoutSlashes(folder) !== withoutSlashes(prefix)) continue
          yield {
            path: [...path, 'Logging', 'Prefix'],
            message: `Legacy logs of “${id}” and those that “${target?.id}” delivers go to the same bucket and folder, where they can overwrite each other; give one another prefix, or switch legacy logs off.`,
            suggestions: [removeAt([...path, 'Logging'], 'Switch legacy logs off')],
          }
        }
    }
  },
})
