import { distributionsIn } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { closestTo } from '#core/rules/closest.ts'
import { defineRule } from '#core/rules/rule.ts'
import { eachBehavior } from '#core/rules/walk.ts'

export const configEnumInvalid = defineRule({
  id: 'config/enum-invalid',
  severity: 'error',
  summary: 'Enumerated settings have one of the values that CloudFront knows.',
  why: 'A value outside the list is refused with MalformedXML or InvalidArgument, often without saying which field is meant.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const settings = [
        ['HttpVersion', known(config.HttpVersion), ['http1.1', 'http2', 'http3', 'http2and3']],
        [
          'PriceClass',
          known(config.PriceClass),
          ['PriceClass_100', 'PriceClass_200', 'PriceClass_All', 'None'],
        ],
      ] as const
      for (const [name, value, allowed] of settings) {
        if (value === undefined || (allowed as readonly string[]).includes(value)) continue
        const guess = closestTo(value, allowed)
        yield {
          path: [...path, name],
          message: `“${value}” is not a value of ${name}, so CloudFront refuses it; choose ${allowed.map((one) => `“${one}”`).join(', ')}.`,
          ...(guess && { suggestions: [setAt([...path, name], guess, `Use “${guess}”`)] }),
        }
      }
    }
    for (const { behavior, path } of eachBehavior(document)) {
      const value = known(behavior.ViewerProtocolPolicy)
      const allowed = ['allow-all', 'https-only', 'redirect-to-https']
      if (value === undefined || allowed.includes(value)) continue
      const guess = closestTo(value, allowed)
      const field = [...path, 'ViewerProtocolPolicy']
      yield {
        path: field,
        message: `“${value}” is not a viewer protocol policy, so CloudFront refuses it; choose ${allowed.map((one) => `“${one}”`).join(', ')}.`,
        ...(guess && { suggestions: [setAt(field, guess, `Use “${guess}”`)] }),
      }
    }
  },
})
