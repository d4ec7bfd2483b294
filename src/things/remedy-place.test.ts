import { expect, test } from 'vitest'
import { combine, removeAt, setAt } from '#core/model/edit.ts'
import { behavior, distribution } from '#fixtures/build.ts'
import { remedyPlace } from './remedy-place.ts'

const design = distribution({ CacheBehaviors: [behavior('/api/*', 'web')] })
const thing = ['resources', 'Site', 'config', 'CacheBehaviors', 0]
const at = (field: string) => [...thing, field]
const found = at('TargetOriginId')

test('what is found at one field and mended at another of the thing is led to where it is mended', () => {
  const both = combine('Forward it', [
    setAt(at('CachePolicyId'), 'other'),
    setAt(at('OriginRequestPolicyId'), 'new'),
  ])
  expect(remedyPlace(design, { path: found, suggestions: [both] }, thing)).toEqual(at('CachePolicyId'))
  expect(remedyPlace(design, { path: found, fix: both }, thing)).toEqual(at('CachePolicyId'))
})

test('a place that the remedy touches too stays, and so does one that offers none', () => {
  const own = combine('Both', [setAt(at('CachePolicyId'), 'other'), setAt(found, 'files')])
  expect(remedyPlace(design, { path: found, fix: own }, thing)).toEqual(found)
  expect(remedyPlace(design, { path: found, fix: removeAt(thing) }, thing)).toEqual(found)
  expect(remedyPlace(design, { path: found }, thing)).toEqual(found)
})

test('what is missing is told where it is to be written', () => {
  const without = setAt(at('Compress'), true)
  const missing = at('OriginRequestPolicyId')
  expect(remedyPlace(design, { path: missing, suggestions: [without] }, thing)).toEqual(missing)
})

test('what is mended in another thing is told where it was found', () => {
  const elsewhere = setAt(['resources', 'Site', 'config', 'HttpVersion'], 'http3')
  expect(remedyPlace(design, { path: found, fix: elsewhere }, thing)).toEqual(found)
})
