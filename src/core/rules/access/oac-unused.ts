import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { referencesTo } from '#core/model/reference.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const accessOacUnused = defineRule({
  id: 'access/oac-unused',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended'],
  summary: 'An origin access control is not attached to any origin.',
  why: 'One that no origin uses does nothing and counts towards the quota.',
  docs: null,
  code: null,

  *check({ document }) {
    for (const { id, path } of resourcesOf(document, 'OriginAccessControl')) {
      if (distributionsIn(document).length === 0 || referencesTo(document, id).length > 0) continue
      yield {
        path,
        message: `“${id}” is attached to no origin, so nothing is signed by it; attach or remove it.`,
        suggestions: [removeAt(['resources', id], `Remove “${id}”`)],
      }
    }
  },
})
