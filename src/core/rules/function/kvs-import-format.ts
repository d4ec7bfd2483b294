import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionKvsImportFormat = defineRule({
  id: 'function/kvs-import-format',
  severity: 'error',
  sees: 'shared',
  summary: 'A key value store does not import from a file in S3.',
  why: 'SourceType is S3 and SourceARN that of an object, bucket and key; the file is JSON with a list “data” of keys and values.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/kvs-with-functions-create-s3-kvp.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'KeyValueStore')) {
      const source = known(config.ImportSource)
      if (!source) continue
      const type: string | undefined = known(source.SourceType)
      const field = [...path, 'ImportSource']
      if (type !== undefined && type !== 'S3')
        yield {
          path: [...field, 'SourceType'],
          message: `“${type}” of “${id}” is not a source that CloudFront imports from; use “S3”.`,
          fix: setAt([...field, 'SourceType'], 'S3', 'Use S3'),
        }
      const arn: unknown = source.SourceARN
      const isBucket = isRef(arn) && document.resources[arn.ref]?.type === 'AWS::S3::Bucket'
      const isWrong = typeof arn === 'string' && !/^arn:aws[\w-]*:s3:::[^/]+\/.+$/.test(arn)
      if (isBucket || isWrong)
        yield {
          path: [...field, 'SourceARN'],
          message: `“${typeof arn === 'string' ? arn : id}” is not the ARN of a file in S3, so CloudFront imports nothing; write arn:aws:s3:::BUCKET/KEY.`,
        }
    }
  },
})
