import { expect, test } from 'vitest'
import { spansFromTyped, toTyped, withHandlerType } from './handler-typing.ts'

test.each([
  'function handler(event) {}',
  'async function handler(event) {}',
  'export const handler = async (event) => {}',
  'exports.handler = (event) => {}',
  'export async function handler(event) {}',
])('%s gets the type of a handler', (code) => {
  const { text, inserted } = withHandlerType(`var a\n${code}`)
  expect(text).toBe(`var a\n/** @type {Handler} */ ${code}`)
  expect(inserted?.at).toBe(6)
})

test('a handler that its author typed, and a text without one, stay as they are', () => {
  for (const code of ['/** @param {object} event */\nfunction handler(event) {}', 'function main() {}'])
    expect(withHandlerType(code)).toEqual({ text: code, inserted: undefined })
})

test('places before the note stay and places after it move, there and back', () => {
  const { inserted } = withHandlerType('var a\nfunction handler(event) {}')
  expect(toTyped(3, inserted)).toBe(3)
  const there = toTyped(20, inserted)
  expect(spansFromTyped([{ textSpan: { start: there, length: 5 }, name: 'start' }], inserted)).toEqual([
    { textSpan: { start: 20, length: 5 }, name: 'start' },
  ])
})
