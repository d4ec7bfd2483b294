import { expect, test } from 'vitest'
import { keyText } from './key-text.ts'

test('keys are written as the system writes them', () => {
  for (const [keys, mac] of [
    ['Ctrl+K', '⌘K'],
    ['Ctrl+Shift+Z', '⇧⌘Z'],
    ['Alt+↑', '⌥↑'],
    ['Ctrl+Alt+B', '⌥⌘B'],
    ['Delete', '⌫'],
    ['+', '+'],
    ['F6', 'F6'],
    ['?', '?'],
  ] as const) {
    expect(keyText(keys, true)).toBe(mac)
    expect(keyText(keys, false)).toBe(keys)
  }
})
