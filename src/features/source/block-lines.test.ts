import { expect, test } from 'vitest'
import { blockLines } from './block-lines.ts'

const yaml = `Resources:
  Site:
    Properties:
      Origins:
      - Id: a
        Path: /x

      # a comment
      - Id: b
      Default:
        Ttl: 1
  Other: {}`.split('\n')
const json = [
  '{',
  '  "Origins": [',
  '    { "Id": "a{" },',
  '    {',
  '      "Id": "b"',
  '    }',
  '  ],',
  '  "N": 1',
  '}',
]

test('a key of YAML reaches to the last line that is indented deeper', () => {
  expect(blockLines(yaml, { line: 2, column: 3 }, 'indent')).toEqual({ first: 2, last: 11 })
  expect(blockLines(yaml, { line: 10, column: 7 }, 'indent')).toEqual({ first: 10, last: 11 })
})

test('a list at the depth of its key belongs to the key', () => {
  expect(blockLines(yaml, { line: 4, column: 7 }, 'indent')).toEqual({ first: 4, last: 9 })
})

test('an item ends before the next dash, comments and empty lines aside', () => {
  expect(blockLines(yaml, { line: 5, column: 9 }, 'indent')).toEqual({ first: 5, last: 6 })
  expect(blockLines(yaml, { line: 9, column: 9 }, 'indent')).toEqual({ first: 9, last: 9 })
})

test('a value of JSON reaches to the bracket that closes it, brackets in texts aside', () => {
  expect(blockLines(json, { line: 2, column: 3 }, 'brackets')).toEqual({ first: 2, last: 7 })
  expect(blockLines(json, { line: 3, column: 5 }, 'brackets')).toEqual({ first: 3, last: 3 })
  expect(blockLines(json, { line: 4, column: 5 }, 'brackets')).toEqual({ first: 4, last: 6 })
  expect(blockLines(json, { line: 8, column: 3 }, 'brackets')).toEqual({ first: 8, last: 8 })
})
