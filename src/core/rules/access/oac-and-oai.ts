import { setAt } from '#core/model/edit.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasAccessControl, hasAccessIdentity } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOacAndOai = defineRule({
  id: 'access/oac-and-oai',
  covers: ['access/oai-legacy', 'access/oai-multi-tenant'],
  severity: 'error',
  sees: 'origin',
  summary: 'An S3 origin has both an origin access control and an origin access identity.',
  why: 'Each signs the request in its own way; CloudFront refuses both.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  code: 'IllegalOriginAccessConfiguration',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (!hasAccessControl(origin) || !hasAccessIdentity(origin)) continue
      const field = [...path, 'S3OriginConfig', 'OriginAccessIdentity']
      yield {
        path: field,
        message: `The origin “${nameOf(origin.Id)}” has an origin access control and an origin access identity, which CloudFront refuses; empty the identity.`,
        fix: setAt(field, '', 'Use the origin access control only'),
      }
    }
  },
})
