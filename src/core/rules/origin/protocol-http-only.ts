import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originProtocolHttpOnly = defineRule({
  id: 'origin/protocol-http-only',
  severity: 'warning',
  sees: 'origin',
  profiles: ['security'],
  summary: 'CloudFront calls the origin over plain HTTP.',
  why: 'With http-only everything between CloudFront and the origin crosses the network in clear text.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  code: null,
  alsoKnownAs: ['CKV2_AWS_72'],
  shows: { request: { url: '/' }, outcome: { originRequests: [{ protocol: 'http' }] } },

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const kind = originKindOf(document, origin)?.id
      if (
        known(known(origin.CustomOriginConfig)?.OriginProtocolPolicy) !== 'http-only' ||
        kind === undefined ||
        kind === 's3-website'
      )
        continue
      const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
      yield {
        path: field,
        message: `CloudFront asks the origin “${nameOf(origin.Id)}” in clear text; use “https-only” if it has a certificate.`,
        suggestions: [setAt(field, 'https-only', 'Use https-only')],
      }
    }
  },
})
