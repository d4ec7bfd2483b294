import { orderedBehaviorsOf, resourcesOf } from '#core/model/distribution.ts'
import { isWhollyKnown, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { primariesOf, stagingOf } from '#core/rules/lookup/continuous-deployment-links.ts'

const sameAs = (pattern: string, other: string | undefined) =>
  other !== undefined && pattern.replace(/^\//, '') === other.replace(/^\//, '')

export const continuousDeploymentPathSubset = defineRule({
  id: 'continuous-deployment/path-subset',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: 'The staging distribution has a path pattern that the primary does not have.',
  why: 'CloudFront chooses the behavior by the primary; a pattern that only the staging distribution has leads viewers to errors.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment-quotas-considerations.html',
  code: null,

  *check({ document }) {
    for (const policy of resourcesOf(document, 'ContinuousDeploymentPolicy')) {
      const staging = stagingOf(document, policy)
      if (!staging) continue
      for (const primary of primariesOf(document, policy)) {
        if (primary.id === staging.id) continue
        const own = orderedBehaviorsOf(primary).map(({ behavior }) => known(behavior.PathPattern))
        if (own.includes(undefined) || !isWhollyKnown(primary.config.CacheBehaviors)) continue
        for (const { behavior, path } of orderedBehaviorsOf(staging)) {
          const pattern = known(behavior.PathPattern)
          if (pattern === undefined || own.some((one) => sameAs(pattern, one))) continue
          yield {
            path: [...path, 'PathPattern'],
            message: `“${pattern}” of the staging distribution “${staging.id}” is not a pattern of “${primary.id}”, so viewers sent to staging get errors there; add the behavior to the primary first.`,
          }
        }
      }
    }
  },
})
