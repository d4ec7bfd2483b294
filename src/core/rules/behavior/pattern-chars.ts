import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** A pattern that was meant to be something else gets the advice for that. */
const remedyFor = (pattern: string): string =>
  /\?.*=/.test(pattern)
    ? `patterns never see the query string, so use “${pattern.slice(0, pattern.indexOf('?'))}” and choose by query string in a function`
    : 'use “?” for one such character or “*” for any string'

export const behaviorPatternChars = defineRule({
  id: 'behavior/pattern-chars',
  covers: ['behavior/pattern-query-string', 'behavior/pattern-regex-look'],
  severity: 'error',
  sees: 'behavior',
  summary: 'A path pattern has a character that CloudFront refuses.',
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
          message: `The pattern “${pattern}” has ${refused.map((one) => `“${one}”`).join(', ')}, which CloudFront refuses; ${remedyFor(pattern)}.`,
        }
      }
  },
})
