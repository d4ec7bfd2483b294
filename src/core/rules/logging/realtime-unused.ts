import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { removeAt } from '#core/model/edit.ts'
import { referencesTo } from '#core/model/reference.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const loggingRealtimeUnused = defineRule({
  id: 'logging/realtime-unused',
  severity: 'info',
  sees: 'all',
  profiles: ['recommended', 'cost'],
  summary: 'A real-time log configuration is not attached to any behavior.',
  why: 'A configuration that no behavior names logs nothing and counts towards the quota.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html',
  code: null,

  *check({ document }) {
    if (distributionsIn(document).length === 0) return
    for (const { id, path } of resourcesOf(document, 'RealtimeLogConfig')) {
      if (referencesTo(document, id).length > 0) continue
      yield {
        path,
        message: `“${id}” is attached to no behavior, so it logs nothing; attach or remove it.`,
        suggestions: [removeAt(['resources', id], `Remove “${id}”`)],
      }
    }
  },
})
