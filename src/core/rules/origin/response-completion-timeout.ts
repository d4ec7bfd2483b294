import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originResponseCompletionTimeout = defineRule({
  id: 'origin/response-completion-timeout',
  severity: 'error',
  sees: 'origin',
  summary: 'The response completion timeout is below the read timeout.',
  why: 'The whole response cannot be due before its first packet: CloudFront refuses a ResponseCompletionTimeout below OriginReadTimeout, which is 30 seconds by default.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const whole = known(origin.ResponseCompletionTimeout)
      const configured =
        known(origin.CustomOriginConfig)?.OriginReadTimeout ??
        known(origin.S3OriginConfig)?.OriginReadTimeout ??
        known(origin.VpcOriginConfig)?.OriginReadTimeout ??
        30
      const read = known(configured)
      if (typeof whole !== 'number' || typeof read !== 'number' || whole >= read) continue
      const field = [...path, 'ResponseCompletionTimeout']
      yield {
        path: field,
        message: `The origin “${nameOf(origin.Id)}” has ${whole} seconds for the whole response and ${read} for its first packet, which CloudFront refuses; allow at least ${read}.`,
        suggestions: [setAt(field, read, `Allow ${read} seconds`)],
      }
    }
  },
})
