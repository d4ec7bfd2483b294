import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originLurlHttp = defineRule({
  id: 'origin/lurl-http',
  severity: 'error',
  sees: 'origin',
  summary: 'A Lambda function URL is called over plain HTTP.',
  why: 'Function URLs are HTTPS endpoints; plain HTTP requests fail.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const protocol = known(known(origin.CustomOriginConfig)?.OriginProtocolPolicy)
      if (
        protocol === undefined ||
        protocol === 'https-only' ||
        originKindOf(document, origin)?.id !== 'lambda-url'
      )
        continue
      const field = [...path, 'CustomOriginConfig', 'OriginProtocolPolicy']
      yield {
        path: field,
        message: `The function URL “${nameOf(origin.DomainName)}” answers HTTPS only and “${protocol}” may ask it by HTTP; use “https-only”.`,
        fix: setAt(field, 'https-only', 'Use https-only'),
      }
    }
  },
})
