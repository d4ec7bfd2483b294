import { expect, test } from 'vitest'
import { selectionOf } from './selection.ts'

test('a list takes the names that it holds, whatever a text has in the place of one', () => {
  const list = ['X-Site', 7, { a: 1 }] as readonly unknown[] as readonly string[]
  const selection = selectionOf('whitelist', list, { ignoresCase: true })
  expect(['x-site', '7', 'y'].map(selection.takes)).toEqual([true, true, false])
})
