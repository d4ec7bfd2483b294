import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, moveItem, setAt } from '#core/model/edit.ts'
import { behavior, cachePolicy, customOrigin, distribution } from '#fixtures/build.ts'
import { isNoticed, tryBoth } from './outcomes.ts'
import { reachOf } from './touched.ts'

const site = ['resources', 'Site', 'config'] as const
const many = distribution(
  {
    Origins: [customOrigin('web'), customOrigin('api')],
    CacheBehaviors: [
      behavior('/wide/*', 'web'),
      ...Array.from({ length: 30 }, (_, at) =>
        behavior(
          `/part-${at}/*`,
          at === 25 ? 'api' : 'web',
          at === 20 ? { CachePolicyId: { ref: 'Long' } } : {},
        ),
      ),
      behavior('/wide/narrow/*', 'api'),
    ],
  },
  { Long: cachePolicy({ Name: 'long' }) },
)
const reach = (after: DesignDocument) => reachOf(many, after, 'Site')

test('a behavior far down the list is tried when it is the one that changes', async () => {
  const after = applyEdit(
    many,
    setAt([...site, 'CacheBehaviors', 28, 'AllowedMethods'], { Items: ['GET', 'HEAD', 'OPTIONS'] }),
  )
  expect(reach(after)).toEqual({ patterns: ['/part-27/*'], of: 1, isTouched: true })
  const noticed: string[] = []
  for await (const tried of tryBoth(many, after, 'Site', reach(after).patterns))
    if (isNoticed(tried)) noticed.push(tried.asked)
  expect(noticed.length).toBeGreaterThan(0)
  expect(noticed.every((asked) => asked.startsWith('OPTIONS https') && asked.includes('/part-27/'))).toBe(
    true,
  )
})

test('an origin and a policy touch the behaviors that lead to them', () => {
  const origin = applyEdit(many, setAt([...site, 'Origins', 1, 'DomainName'], 'other.example.net'))
  expect(reach(origin).patterns).toEqual(['/part-25/*'])
  const policy = applyEdit(many, setAt(['resources', 'Long', 'config', 'DefaultTTL'], 5))
  expect(reach(policy).patterns).toEqual(['/part-20/*'])
})

test('a move touches the pattern that is taken by another behavior then', () => {
  const moved = applyEdit(many, moveItem([...site, 'CacheBehaviors'], 31, 0, 'Move it up'))
  expect(reach(moved)).toEqual({ patterns: ['/wide/narrow/*'], of: 1, isTouched: true })
})

test('what holds for every path is tried on the first behaviors, and that is told', () => {
  const after = applyEdit(many, setAt([...site, 'HttpVersion'], 'http3'))
  expect(reach(after)).toMatchObject({ of: 33, isTouched: false })
  expect(reach(after).patterns).toHaveLength(6)
})
