import { setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { kindsBehind, methodsOf } from '#core/rules/lookup/behavior-traits.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

const all = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE']

export const behaviorAppSyncMethods = defineRule({
  id: 'behavior/app-sync-methods',
  severity: 'warning',
  sees: 'behavior',
  summary: 'A behavior for AppSync refuses POST.',
  why: 'Clients send AppSync their operations and events by POST. CloudFront answers 403 itself to a method that the behavior does not allow.',
  docs: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
  code: null,
  shows: {
    request: { url: '/graphql', method: 'POST', body: '{}' },
    outcome: { status: 403, originRequests: [] },
  },

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const methods = methodsOf(placed.behavior)
      if (!methods || methods.includes('POST')) continue
      if (!kindsBehind(document, placed).some(({ id }) => id === 'app-sync')) continue
      const field = [...placed.path, 'AllowedMethods']
      yield {
        path: field,
        message: `${behaviorName(placed)} leads to AppSync and does not allow POST, by which its operations come, so CloudFront answers them with 403; allow all methods.`,
        suggestions: [setAt(field, { Items: all, CachedMethods: ['GET', 'HEAD'] }, 'Allow all methods')],
      }
    }
  },
})
