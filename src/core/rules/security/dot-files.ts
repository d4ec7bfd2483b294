import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { runsOn } from '#core/rules/code/edge-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { kindsBehind } from '#core/rules/lookup/behavior-traits.ts'

export const securityDotFiles = defineRule({
  id: 'security/dot-files',
  severity: 'info',
  profiles: ['security'],
  summary: 'Nothing keeps viewers from fetching .git or .env.',
  why: 'Robots ask every site for /.git/config and /.env. Where a build was uploaded with them, CloudFront serves them like any other file; a function on viewer requests or a web ACL can refuse every path with a leading dot.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const behaviors = behaviorsOf(distribution)
      const fallback = behaviors.find(({ index }) => index === undefined)
      const { WebACLId: acl } = distribution.config
      if (!fallback || (acl !== undefined && acl !== '')) continue
      if (runsOn(fallback.behavior, ['viewer-request', 'origin-request'])) continue
      if (behaviors.some(({ behavior }) => /(^|\/|\*)\.(git|env|\*)/.test(known(behavior.PathPattern) ?? '')))
        continue
      const kinds = kindsBehind(document, { distribution, behavior: fallback.behavior })
      if (!kinds.some(({ id }) => ['s3-bucket', 's3-website', 'custom', 'load-balancer'].includes(id)))
        continue
      yield {
        path: fallback.path,
        message: `“${distribution.id}” serves “/.git/config” and “/.env” if the origin has them; refuse paths with a leading dot in a function or a web ACL.`,
      }
    }
  },
})
