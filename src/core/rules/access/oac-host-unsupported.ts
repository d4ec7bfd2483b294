import { removeAt } from '#core/model/edit.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOacHostUnsupported = defineRule({
  id: 'access/oac-host-unsupported',
  severity: 'error',
  sees: 'origin',
  summary: 'An origin access control is attached to an origin that CloudFront cannot sign for.',
  why: 'CloudFront signs for S3 buckets, Lambda function URLs, MediaStore and MediaPackage v2. A website endpoint or any other server does not take the signature.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html',
  code: 'InvalidDomainNameForOriginAccessControl',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const kind = originKindOf(document, origin)
      if (!hasAccessControl(origin) || !kind || kind.signing !== null) continue
      const field = [...path, 'OriginAccessControlId']
      yield {
        path: field,
        message: `CloudFront cannot sign for “${nameOf(origin.DomainName)}” (${kind.label}) and refuses the origin access control; remove it${kind.id === 's3-website' ? " or use the bucket's REST endpoint" : ''}.`,
        suggestions: [removeAt(field, 'Remove the origin access control')],
      }
    }
  },
})
