import { beforeEach, expect, test } from 'vitest'
import type { Behavior, DesignDocument } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { behavior, customOrigin, defaultBehavior, managed } from '#fixtures/build.ts'
import { rowFacts, type Use } from '#things/row-facts.ts'
import { functionThere, notUsedThere, usedThere, usedThing, usersOf } from './uses.ts'

const config = ['resources', 'Site', 'config']
const rewrite = {
  EventType: 'viewer-request' as const,
  FunctionARN: { ref: 'Rewrite', attribute: 'FunctionARN' },
}
const other = {
  EventType: 'viewer-request' as const,
  FunctionARN: { ref: 'Other', attribute: 'FunctionARN' },
}
const end = { EventType: 'viewer-response' as const, FunctionARN: { ref: 'End', attribute: 'FunctionARN' } }
const first: Path = [...config, 'CacheBehaviors', 0]
const second: Path = [...config, 'CacheBehaviors', 1]
let document: DesignDocument
beforeEach(() => {
  document = {
    formatVersion: 1,
    layout: {},
    scenarios: [],
    resources: {
      Rewrite: { type: 'Function', config: { Name: 'rewrite' } },
      Site: {
        type: 'Distribution',
        config: {
          Origins: [customOrigin('web')],
          CacheBehaviors: [
            { ...behavior('/a', 'web'), FunctionAssociations: [rewrite] },
            { ...behavior('/b', 'web'), FunctionAssociations: [end, other] },
          ],
          DefaultCacheBehavior: defaultBehavior('web'),
        },
      },
    },
  }
})
const usesOf = (path: Path): readonly Use[] => {
  const { functions, policies } = rowFacts(valueAt(document, path) as Behavior)
  return [...functions, ...policies]
}
const theFunction = () => usesOf(first)[0] as Use

test('a function that is used there too takes the place of the one at the same event', () => {
  const edit = usedThere(document, second, theFunction())
  expect(edit?.label).toBe('Use “Rewrite” for “/b”')
  document = edit ? applyEdit(document, edit) : document
  expect(valueAt(document, [...second, 'FunctionAssociations'])).toEqual([end, rewrite])
  expect(valueAt(document, [...first, 'FunctionAssociations'])).toEqual([rewrite])
})

test('a function is used at the event that it is for, and what ran there before is named', () => {
  const edit = functionThere(document, second, 'Rewrite')
  expect(edit?.label).toBe('Use “Rewrite” for “/b” on viewer request, in place of “Other”')
  document = edit ? applyEdit(document, edit) : document
  expect(valueAt(document, [...second, 'FunctionAssociations'])).toEqual([end, rewrite])
})

test('a function that nothing uses yet is used where its code answers', () => {
  const at = (FunctionCode: string) => {
    const fresh = { type: 'Function', config: { Name: 'fresh', FunctionCode } } as const
    const edit = functionThere(
      { ...document, resources: { ...document.resources, Fresh: fresh } },
      first,
      'Fresh',
    )
    return edit?.label
  }
  expect(at('function handler(event) { return event.request }')).toBe(
    'Use “Fresh” for “/a” on viewer request, in place of “Rewrite”',
  )
  expect(at('function handler(event) { const response = { statusCode: 302 }; return response }')).toContain(
    'on viewer request',
  )
  expect(at('function handler(event) { return event.response }')).toBe(
    'Use “Fresh” for “/a” on viewer response',
  )
  expect(at('function handler(event) { const { request, response } = event; return response }')).toContain(
    'on viewer response',
  )
})

test('a policy is set where it is dropped', () => {
  const policy: Use = { field: 'CachePolicyId', value: managed.cachingDisabled, name: 'CachingDisabled' }
  const edit = usedThere(document, [...config, 'DefaultCacheBehavior'], policy)
  document = edit ? applyEdit(document, edit) : document
  expect(valueAt(document, [...config, 'DefaultCacheBehavior', 'CachePolicyId'])).toBe(
    managed.cachingDisabled,
  )
})

test('what is used already is no edit', () => {
  expect(usedThere(document, first, theFunction())).toBeUndefined()
})

test('a policy and a function are followed to all behaviors that use them', () => {
  expect(usersOf(document, theFunction())).toEqual([first])
  const [policy] = usesOf(first).filter(({ field }) => field === 'CachePolicyId')
  expect(policy && usersOf(document, policy)).toHaveLength(3)
})

test('a chip leads to the resource of the design, or to the field of the behavior', () => {
  expect(usedThing(document, { use: theFunction(), from: first })).toEqual({
    path: ['resources', 'Rewrite', 'config'],
  })
  const managedOne: Use = { field: 'CachePolicyId', value: managed.cachingDisabled, name: 'CachingDisabled' }
  expect(usedThing(document, { use: managedOne, from: first })).toEqual({
    path: first,
    focus: [...first, 'CachePolicyId'],
  })
})

test('doing without a use takes that one away at its event alone, and other behaviors keep it', () => {
  const uses = (path: Path) => {
    const { policies, functions } = rowFacts(valueAt(document, path) as Behavior)
    return [...policies, ...functions]
  }
  for (const path of [first, second])
    for (const use of uses(path)) {
      const edit = notUsedThere(document, path, use)
      if (!edit) throw new Error('It is used there.')
      const next = applyEdit(document, edit)
      const { policies, functions } = rowFacts(valueAt(next, path) as Behavior)
      expect([...policies, ...functions]).toEqual(
        uses(path).filter((one) => one !== use && one.name !== use.name),
      )
      const elsewhere = path === first ? second : first
      expect(valueAt(next, elsewhere)).toEqual(valueAt(document, elsewhere))
    }
})
