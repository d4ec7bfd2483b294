import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyChanges, pairsFile, parsePairs, storedKeyLimits, updatesOf } from './stored-keys.ts'

const name = fc.string({ minLength: 1, maxLength: 20 })
const pairs = fc
  .array(fc.tuple(name, fc.string({ maxLength: 40 })), { maxLength: 200 })
  .map((list) => new Map(list))

test('the updates of a change lead from what is stored to what is wanted, each within the limits', () => {
  fc.assert(
    fc.property(pairs, pairs, fc.boolean(), (stored, wanted, prune) => {
      const now = new Map(stored)
      for (const { puts, deletes } of updatesOf(keyChanges(stored, wanted, prune))) {
        expect(puts.length + deletes.length).toBeLessThanOrEqual(storedKeyLimits.updateKeys)
        for (const key of deletes) now.delete(key)
        for (const { key, value } of puts) now.set(key, value)
      }
      expect(now).toEqual(prune ? wanted : new Map([...stored, ...wanted]))
    }),
  )
})

test('what is printed is read again as the same keys', () => {
  fc.assert(
    fc.property(pairs, (some) => {
      expect(parsePairs(JSON.parse(pairsFile(some)))).toEqual({ ok: true, value: some })
    }),
  )
})

test('names that objects have are keys as any other', () => {
  const read = parsePairs(JSON.parse('{"__proto__":"a","constructor":"b"}'))
  expect(read).toEqual({
    ok: true,
    value: new Map([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]),
  })
})

test.each([
  ['a list', [], 'no object of keys and values'],
  ['a value that is no text', { a: 1 }, '“a” is no text'],
  ['an entry without a key', { data: [{ value: 'x' }] }, 'Entry 1 of “data” has no key'],
  [
    'a key that is there twice',
    {
      data: [
        { key: 'a', value: '' },
        { key: 'a', value: '' },
      ],
    },
    'there twice',
  ],
  ['a long key', { ['k'.repeat(513)]: '' }, '513 bytes'],
  ['a long value', { a: 'é'.repeat(513) }, '1026 bytes'],
  ['an empty key', { '': 'a' }, 'A key is empty'],
  [
    'too much',
    Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`k${at}`, 'v'.repeat(1000)])),
    'a store has at most',
  ],
])('%s is refused in a sentence that names the place', (_, json, sentence) => {
  const read = parsePairs(json)
  expect(read.ok ? '' : read.error).toContain(sentence)
})
