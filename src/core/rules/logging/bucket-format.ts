import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isRef } from '#core/model/field.ts'
import { kindOfHost } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { standardLogs } from '#core/rules/lookup/access-logs.ts'

export const loggingBucketFormat = defineRule({
  id: 'logging/bucket-format',
  severity: 'error',
  summary: 'The log bucket is not named by its domain name.',
  why: "CloudFront takes the bucket's domain name, bucket.s3.amazonaws.com or with its region, and refuses a bare name, an ARN or a URL.",
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_LoggingConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const logging = standardLogs(config)
      const reference: unknown = logging?.Bucket
      const field = [...path, 'Logging', 'Bucket']
      if (isRef(reference)) {
        if (document.resources[reference.ref]?.type !== 'AWS::S3::Bucket') continue
        if (['DomainName', 'RegionalDomainName', 'DualStackDomainName'].includes(reference.attribute ?? ''))
          continue
        yield {
          path: field,
          message: `The log bucket of “${id}” is given as ${reference.attribute === undefined ? 'the name' : `“${reference.attribute}”`} of “${reference.ref}”, which CloudFront refuses; give its “DomainName”.`,
          fix: setAt(field, { ref: reference.ref, attribute: 'DomainName' }, 'Use the bucket’s domain name'),
        }
        continue
      }
      const host = typeof reference === 'string' ? reference : ''
      if (host === '' || kindOfHost(host).id === 's3-bucket') continue
      const name = host.replace(/^arn:aws[\w-]*:s3:::|^s3:\/\//, '').replace(/\/.*$/, '')
      const isName = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name)
      yield {
        path: field,
        message: `“${host}” is not the domain name of a bucket, so CloudFront refuses “${id}”; write “${isName ? name : 'BUCKET'}.s3.amazonaws.com”.`,
        ...(isName && { fix: setAt(field, `${name}.s3.amazonaws.com`, `Use “${name}.s3.amazonaws.com”`) }),
      }
    }
  },
})
