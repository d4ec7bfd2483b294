import { expect, test } from 'vitest'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, setAt } from '#core/model/edit.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { adoptedDocument, adoptText, keepEqual, movedPath } from './adopt.ts'

const before = distribution({ Origins: [customOrigin('a'), customOrigin('b')] })
const [site = ''] = Object.keys(before.resources)
const originsIn = (document: DesignDocument) => {
  const resource = document.resources[site]
  if (resource?.type !== 'Distribution') throw new Error('The fixture holds a distribution.')
  return resource.config.Origins as { Id: string; key: string }[]
}
const copy = (document: DesignDocument): DesignDocument => structuredClone(document)
const path = ['resources', site, 'config', 'Origins']

test('a text that says the same changes nothing', () => {
  expect(adoptedDocument(before, copy(before)).resources).toBe(before.resources)
})

test('what did not change keeps its identity', () => {
  const read = applyEdit(copy(before), setAt([...path, 0, 'DomainName'], 'x.example.com'))
  const after = adoptedDocument(before, read)
  expect(originsIn(after)[1]).toBe(originsIn(before)[1])
  expect(originsIn(after)[0]).not.toBe(originsIn(before)[0])
})

test('an origin that moves keeps its node, a new one gets its own', () => {
  const [a, b] = originsIn(before)
  const read = applyEdit(
    copy(before),
    setAt(path, [
      { Id: 'new', key: 'new' },
      { ...b, key: 'other' },
      { ...a, key: 'another' },
    ]),
  )
  expect(originsIn(adoptedDocument(before, read)).map(({ key }) => key)).toEqual(['new', b?.key, a?.key])
})

test('an origin that is renamed in place keeps its node', () => {
  const read = applyEdit(copy(before), setAt([...path, 0], { ...originsIn(before)[0], Id: 'z', key: 'z' }))
  expect(originsIn(adoptedDocument(before, read))[0]?.key).toBe(originsIn(before)[0]?.key)
})

test('layout and scenarios stay, and the text becomes the source', () => {
  const placed: DesignDocument = { ...before, layout: { x: { x: 1, y: 2 } } }
  const source = { format: 'cloudformation-yaml', text: 'Resources: {}' }
  const after = applyEdit(placed, adoptText(placed, { ...copy(before), source }, '1'))
  expect(after).toMatchObject({ layout: placed.layout, source })
})

test('a selection follows its thing', () => {
  const read = applyEdit(copy(before), setAt(path, [...originsIn(before)].reverse()))
  const after = adoptedDocument(before, read)
  expect(movedPath(before, after, [...path, 0, 'Id'])).toEqual([...path, 1, 'Id'])
})

test('equal parts of other values are the old ones', () => {
  const old = { a: [1, { b: 2 }], c: { d: 3 } }
  const next = keepEqual(old, { a: [1, { b: 2 }], c: { d: 4 } })
  expect(next.a).toBe(old.a)
  expect(next.c).toEqual({ d: 4 })
})
