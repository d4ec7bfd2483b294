import { expect, test } from 'vitest'
import { doneInWords } from './done-words.ts'

test('what was asked for is told as done', () => {
  const told: Readonly<Record<string, string>> = {
    'Add origin “x”': 'Origin “x” was added.',
    'Add an HTTP server': 'An HTTP server was added.',
    'Add a bucket for “files”': 'A bucket was added for “files”.',
    'Add behavior “/path/*”': 'Behavior “/path/*” was added.',
    'Remove “a for b”': '“a for b” was removed.',
    'Use “Rewrite” for “/api/*”': '“Rewrite” is used for “/api/*”.',
    'Change origin shield of 3 things': 'Origin shield of 3 things was changed.',
    'Remove 3 behaviors': '3 behaviors were removed.',
    'Move “/a/*” to position 3': '“/a/*” was moved to position 3.',
    'Take “utm” out of the cache key of “Default (*)”':
      '“utm” was taken out of the cache key of “Default (*)”.',
    'Fix 2 problems': '2 problems were fixed.',
    'Set MinTTL': 'MinTTL was set.',
  }
  for (const [label, sentence] of Object.entries(told)) expect(doneInWords(label)).toBe(sentence)
})

test('a label that is no such order is said to be done', () => {
  for (const label of [
    'Add an origin access control and use it',
    'Do without “Rewrite” here',
    'constructor x',
    'Turn IPv6 off',
    'Add',
  ])
    expect(doneInWords(label)).toBe(`${label}: done.`)
})
