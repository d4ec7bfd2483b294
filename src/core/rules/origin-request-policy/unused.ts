import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { referencesTo } from '#core/model/reference.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const originRequestPolicyUnused = defineRule({
  id: 'origin-request-policy/unused',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: 'An origin request policy is not used by any behavior.',
  why: 'A policy that nothing uses counts towards the quota and does nothing.',
  docs: null,
  code: null,

  *check({ document }) {
    for (const { id, path } of resourcesOf(document, 'OriginRequestPolicy')) {
      if (distributionsIn(document).length === 0 || referencesTo(document, id).length > 0) continue
      yield {
        path,
        message: `“${id}” is attached to no behavior, so it does nothing; attach or remove it.`,
        suggestions: [removeAt(['resources', id], `Remove “${id}”`)],
      }
    }
  },
})
