import { expect, test } from 'vitest'
import { readTextTree } from './text-tree.ts'

const rootOf = (text: string) => {
  const tree = readTextTree(text)
  if (!tree.ok) throw new Error(JSON.stringify(tree.error))
  return tree.value
}

test.each([
  [
    'two brackets at their key',
    "a:\n  b: !Join ['', [\n    x,\n    !Ref Y\n  ]]\n  c: 1\n",
    { 'Fn::Join': ['', ['x', { Ref: 'Y' }]] },
  ],
  ['a bracket in a map', 'a:\n  b: {\n    x: [1,\n  2]\n  }\n  c: 1\n', { x: [1, 2] }],
  ['lines at the margin', 'a:\n  b: [x,\ny,\n  z\n]\n  c: 1\n', ['x', 'y', 'z']],
  ['a comment before it', "a:\n  b: [[\n    'x', # why ]\n\n    # and [ why\n  ]]\n  c: 1\n", [['x']]],
  ['several of them', 'a:\n  b: [[\n    x\n  ],\n  [ "#y"\n  ]]\n  c: 1\n', [['x'], ['#y']]],
  ['Windows line ends', "a:\r\n  b: [['x'\r\n  ]]\r\n  c: 1\r\n", [['x']]],
])('%s: indentation means nothing inside of brackets', (_, text, expected) => {
  expect(rootOf(text).root).toEqual({ a: { b: expected, c: 1 } })
})

test('places behind such brackets are those of the text', () => {
  const text = "a:\n  b: [['x'\n  ]]\n  c: 1\n"
  const { root, siteOf, positionOf } = rootOf(text)
  const inner = (root as { a: object }).a
  expect(positionOf(siteOf(inner, 'c')?.key?.range?.[0] ?? 0)).toEqual({ line: 4, column: 3 })
})

test('a bracket that is never closed is told where the text goes wrong', () => {
  const tree = readTextTree('a:\n  b: [x,\n  c: 1\nd: 2\n')
  expect(tree.ok ? undefined : tree.error[0]?.position).toEqual({ line: 3, column: 3 })
  expect(readTextTree('a:\n  b: [\n  c: d\n').ok).toBe(false)
})
