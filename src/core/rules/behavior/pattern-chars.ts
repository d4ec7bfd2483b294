import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const behaviorPatternChars = defineRule({
  id: 'behavior/pattern-chars',
  severity: 'error',
  summary: 'A path pattern has only the characters that CloudFront allows.',
  why: 'Letters, digits and _ - . * ? $ / ~ " \' @ : + & are allowed; a pattern with another character is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        const pattern = known(behavior.PathPattern) ?? ''
        const refused = [...new Set(pattern.match(/[^A-Za-z0-9_\-.*?$/~"'@:+&]/g) ?? [])]
        if (refused.length === 0) continue
        yield {
          path: [...path, 'PathPattern'],
          message: `The pattern “${pattern}” has ${refused.map((one) => `“${one}”`).join(', ')}, which CloudFront refuses; use “?” for one such character or “*” for any string.`,
        }
      }
  },
})
