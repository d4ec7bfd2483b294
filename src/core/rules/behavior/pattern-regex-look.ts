import { distributionsIn, orderedBehaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** `.*` (but not the glob `*.*`), an escaped dot, alternatives, a class of characters. */
const regexLook = /(?<!\*)\.\*|\\\.|\([^)]*\|[^)]*\)|\[[^\]]*-[^\]]*\]/

export const behaviorPatternRegexLook = defineRule({
  id: 'behavior/pattern-regex-look',
  severity: 'warning',
  sees: 'behavior',
  summary: 'A path pattern looks like a regular expression.',
  why: 'Only * and ? are special: `.*` means a dot and any string, and brackets are refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { behavior, path } of orderedBehaviorsOf(distribution)) {
        const pattern = known(behavior.PathPattern)
        if (pattern === undefined) continue
        if (!regexLook.test(pattern)) continue
        yield {
          path: [...path, 'PathPattern'],
          message: `“${pattern}” looks like a regular expression; CloudFront knows only “*” for any string and “?” for one character. Write it with these.`,
        }
      }
  },
})
