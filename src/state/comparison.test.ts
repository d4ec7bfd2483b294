import { expect, test } from 'vitest'
import { distribution } from '#fixtures/build.ts'
import { addBasis, chooseBasis, useComparison } from './comparison.ts'
import { openDesign } from './design.ts'

const file = (name: string) => ({ value: `file ${name}`, label: name, document: distribution() })
const now = () => {
  const { files, chosen, of } = useComparison.getState()
  return { files: files.map(({ label }) => label), chosen, of }
}

test('what was opened to compare with is of the design that it was opened for, and a file stands there once', () => {
  openDesign('one', 'One', distribution())
  addBasis(file('a'))
  addBasis(file('b'))
  addBasis(file('a'))
  expect(now()).toEqual({ files: ['b', 'a'], chosen: 'file a', of: 'one' })
  chooseBasis('opened')
  expect(now()).toEqual({ files: ['b', 'a'], chosen: 'opened', of: 'one' })
  openDesign('two', 'Two', distribution())
  addBasis(file('c'))
  expect(now()).toEqual({ files: ['c'], chosen: 'file c', of: 'two' })
})
