import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originS3WebsiteHttps = defineRule({
  id: 'origin/s3-website-https',
  severity: 'error',
  sees: 'origin',
  summary: 'An S3 website endpoint is called over HTTPS, which it does not answer.',
  why: 'Website endpoints have no TLS: with https-only every request ends in 502, with match-viewer every HTTPS one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,
  mends: 'the endpoint is asked as it can answer, in place of 502',
  shows: { request: { url: '/' }, outcome: { status: 502 } },

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const custom = known(origin.CustomOriginConfig)
      const protocol = known(custom?.OriginProtocolPolicy)
      if (
        protocol === undefined ||
        protocol === 'http-only' ||
        originKindOf(document, origin)?.id !== 's3-website'
      )
        continue
      const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
      yield {
        path: field,
        message: `“${nameOf(origin.DomainName)}” is an S3 website endpoint without TLS, so “${protocol}” ends in 502; use “http-only”.`,
        fix: setAt(field, 'http-only', 'Use http-only'),
      }
    }
  },
})
