import { expect, test } from 'vitest'
import { managedName, managedPolicies, type PolicyType } from './managed-policies.ts'

const types: readonly PolicyType[] = ['CachePolicy', 'OriginRequestPolicy', 'ResponseHeadersPolicy']

test('every managed policy is found by its id alone, and called as AWS spells it', () => {
  const all = types.flatMap((type) => managedPolicies(type).map(({ id, name }) => [id, name] as const))
  expect(new Set(all.map(([id]) => id)).size).toBe(all.length)
  for (const [id, name] of all) expect(managedName(id)).toBe(`Managed-${name}`)
})

test('what is no id of a managed policy has no such name', () => {
  for (const value of ['constructor', '', 'web', undefined, 5, {}]) expect(managedName(value)).toBeUndefined()
})
