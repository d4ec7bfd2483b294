import { expect, test } from 'vitest'
import { emptyDesign } from '#core/model/document.ts'
import { wholeDesign } from './whole-design.ts'

const site = { type: 'Distribution', config: {} }
const whole = {
  ...emptyDesign,
  resources: { Site: site },
  layout: { 'Site/distribution/': { x: 1, y: 2 } },
  scenarios: [{ name: 'a', steps: [{ request: { url: '/' } }], origins: { a: [{}] } }],
  originScripts: { a: [{ match: {}, response: {} }] },
  functionResults: { Gate: { status: '302' } },
  suppressions: [{ rule: 'a/b', reason: 'known', path: '/resources/Site' }],
  notes: { Site: 'a note' },
  source: { format: 'cloudformation-yaml', text: 'Resources:', parameters: { Stage: 'prod' } },
}

test('a design as it is made is whole, and comes as it is', () => {
  expect(wholeDesign(whole)).toEqual({ ok: true, value: whole })
  expect(wholeDesign(emptyDesign).ok).toBe(true)
})

const broken: readonly (readonly [says: string, value: unknown])[] = [
  ['JSON object', null],
  ['JSON object', [whole]],
  ['formatVersion', { resources: {} }],
  ['newer version', { ...whole, formatVersion: 99 }],
  ['resources', { ...whole, resources: [] }],
  ['“Site”', { ...whole, resources: { Site: null } }],
  ['“Site”', { ...whole, resources: { Site: { type: 5, config: {} } } }],
  ['“Site”', { ...whole, resources: { Site: { type: 'Distribution', config: [] } } }],
  ['layout', { ...whole, layout: { a: null } }],
  ['layout', { ...whole, layout: { a: { x: '1', y: 2 } } }],
  ['scenarios', { ...whole, scenarios: [null] }],
  ['scenarios', { ...whole, scenarios: [{ name: 'a' }] }],
  ['scenarios', { ...whole, scenarios: [{ name: 'a', steps: [null] }] }],
  ['originScripts', { ...whole, originScripts: { a: [null] } }],
  ['originScripts', { ...whole, originScripts: { a: [{ match: 5 }] } }],
  ['functionResults', { ...whole, functionResults: null }],
  ['functionResults', { ...whole, functionResults: [] }],
  ['suppressions', { ...whole, suppressions: [null] }],
  ['notes', { ...whole, notes: { a: 5 } }],
  ['source', { ...whole, source: { format: 5 } }],
]

test.each(broken)('%s: what is not whole is refused by its name', (says, value) => {
  const read = wholeDesign(value)
  expect(read.ok ? '' : read.error).toContain(says)
})

test('nothing that anybody may have put into the storage makes it throw', () => {
  for (const value of [undefined, 5, 'a', true, [], { formatVersion: 1, resources: { a: 5 } }])
    expect(wholeDesign(value).ok).toBe(false)
})
