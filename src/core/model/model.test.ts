import { expect, test } from 'vitest'
import { behaviorsOf, distributionsIn, targetIdsOf } from './distribution.ts'
import type { DesignDocument } from './document.ts'
import { applyEdit, insertAt, removeAt, setAt } from './edit.ts'
import { known, knownItems } from './field.ts'
import { commit, redo, startHistory, undo } from './history.ts'
import { fromPointer, toPointer, valueAt } from './path.ts'
import { referencesTo } from './reference.ts'

const design: DesignDocument = {
  formatVersion: 1,
  layout: {},
  scenarios: [],
  resources: {
    Long: { type: 'CachePolicy', config: { Name: 'long' } },
    Site: {
      type: 'Distribution',
      config: {
        Origins: [{ key: 'o1', Id: 'assets', DomainName: 'assets.example.com' }],
        DefaultCacheBehavior: { TargetOriginId: 'assets', CachePolicyId: { ref: 'Long' } },
        CacheBehaviors: [{ key: 'b1', PathPattern: '/a/*', TargetOriginId: 'assets' }],
      },
    },
  },
}

test('behaviors come in the order CloudFront tries them, the default last', () => {
  const [site] = distributionsIn(design)
  if (!site) throw new Error('The design has a distribution.')
  expect(behaviorsOf(site).map(({ behavior, path }) => [behavior.PathPattern, toPointer(path)])).toEqual([
    ['/a/*', '/resources/Site/config/CacheBehaviors/0'],
    [undefined, '/resources/Site/config/DefaultCacheBehavior'],
  ])
  expect(targetIdsOf(site.config)).toEqual(['assets'])
})

test('an expression is never read as a value', () => {
  expect(known({ ref: 'Long' })).toBeUndefined()
  expect(known({ unknown: '!ImportValue x', expression: { 'Fn::ImportValue': 'x' } })).toBeUndefined()
  expect(known('plain')).toBe('plain')
  expect(knownItems(['a', { ref: 'B' }])).toEqual(['a'])
})

test('a pointer and its path are the same place', () => {
  const path = ['resources', 'a/b~c', 'config', 'Origins', 0]
  expect(fromPointer(toPointer(path))).toEqual(path)
})

test('setting a field creates what is missing on the way and leaves the old document alone', () => {
  const path = ['resources', 'Site', 'config', 'Logging', 'Bucket']
  const next = applyEdit(design, setAt(path, 'logs.s3.amazonaws.com'))
  expect(valueAt(next, path)).toBe('logs.s3.amazonaws.com')
  expect(valueAt(design, path)).toBeUndefined()
  expect(next.resources['Long']).toBe(design.resources['Long'])
})

test('list items are inserted and removed in place', () => {
  const list = ['resources', 'Site', 'config', 'CacheBehaviors']
  const inserted = applyEdit(design, insertAt(list, 0, { key: 'b2', PathPattern: '/b' }, 'Add behavior'))
  expect(valueAt(inserted, [...list, 1, 'key'])).toBe('b1')
  expect(applyEdit(inserted, removeAt([...list, 0]))).toEqual(design)
})

test('typing into one field is one undo step, and redo brings it back', () => {
  const path = ['resources', 'Site', 'config', 'Comment']
  const typed = ['h', 'he', 'hey'].reduce(
    (history, text) => commit(history, setAt(path, text)),
    startHistory(design),
  )
  expect(typed.past).toHaveLength(1)
  expect(undo(typed).present).toBe(design)
  expect(valueAt(redo(undo(typed)).present, path)).toBe('hey')
})

test('references are found wherever they stand', () => {
  expect(referencesTo(design, 'Long')).toEqual([
    {
      from: 'Site',
      to: 'Long',
      path: ['resources', 'Site', 'config', 'DefaultCacheBehavior', 'CachePolicyId'],
    },
  ])
})
