import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minimalEdit } from './minimal-edit.ts'

test('equal texts need no edit', () => expect(minimalEdit('a', 'a')).toBeUndefined())

test('a changed value is replaced alone', () => {
  expect(minimalEdit('TTL: 60\nB: 1\n', 'TTL: 90\nB: 1\n')).toEqual({ start: 5, end: 6, text: '9' })
})

test('a repeated line is inserted once', () => {
  expect(minimalEdit('a\na\n', 'a\na\na\n')).toEqual({ start: 4, end: 4, text: 'a\n' })
})

test('the edit makes any text into any other', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 })
  fc.assert(
    fc.property(word, word, (before, after) => {
      const edit = minimalEdit(before, after)
      const made = edit ? before.slice(0, edit.start) + edit.text + before.slice(edit.end) : before
      expect(made).toBe(after)
    }),
  )
})
