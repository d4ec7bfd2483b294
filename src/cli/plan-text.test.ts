import { expect, test } from 'vitest'
import type { Plan } from '#core/plan/plan.ts'
import type { Scope } from '#core/plan/scope.ts'
import { managed } from '#fixtures/build.ts'
import { planJson, planText } from './plan-text.ts'

const path = ['DefaultCacheBehavior', 'CachePolicyId']
const plan: Plan = {
  steps: [
    {
      resource: 'Site',
      type: 'Distribution',
      action: 'update',
      because: 'journal',
      changes: [{ path, before: managed.cachingOptimized, after: managed.cachingDisabled }],
      consequences: [],
      conflicts: [],
    },
  ],
  left: [],
  notCarried: [],
  conflicts: [],
  stays: [],
}
const scope: Scope = {
  account: '111122223333',
  partition: 'aws',
  endpoint: 'https://cloudfront.amazonaws.com',
}

test('a plan in words names managed policies as AWS does, with the id that is sent; its JSON has the id', () => {
  expect(planText(plan, scope)).toContain(
    `Managed-CachingOptimized ("${managed.cachingOptimized}") → Managed-CachingDisabled ("${managed.cachingDisabled}")`,
  )
  expect(JSON.parse(planJson(plan, scope)).steps[0].changes[0].after).toBe(managed.cachingDisabled)
})
