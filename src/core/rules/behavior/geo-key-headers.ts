import { defineRule } from '#core/rules/harness/rule.ts'
import { keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorGeoKeyHeaders = defineRule({
  id: 'behavior/geo-key-headers',
  severity: 'info',
  sees: 'behavior',
  profiles: ['cost'],
  summary: 'The cache key has a header that differs for nearly every viewer.',
  why: 'City, coordinates and address of the viewer make an object of their own for nearly every viewer.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const keyed = keyedNames(document, behavior, 'headers')
      const fine =
        keyed?.how === 'some'
          ? keyed.names.filter((name) => /^cloudfront-viewer-(city|latitude|longitude|address)$/i.test(name))
          : []
      if (fine.length === 0) continue
      yield {
        path: [...path, behavior.CachePolicyId === undefined ? 'ForwardedValues' : 'CachePolicyId'],
        message: `${behaviorName(placed)} caches by ${fine.join(', ')}, so hardly two viewers share an object; forward it without keying, or key the country.`,
      }
    }
  },
})
