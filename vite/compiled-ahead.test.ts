import { expect, test } from 'vitest'
import { compiledAhead } from './compiled-ahead.ts'

const bundleOf = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { type: 'chunk', name, code: `/* ${name} */` }]))

/** The hook as the bundler calls it. */
function generate(names: readonly string[], bundle: ReturnType<typeof bundleOf>) {
  const { generateBundle } = compiledAhead(names)
  if (typeof generateBundle !== 'object') throw new Error('The plugin has no hook.')
  Reflect.apply(generateBundle.handler, undefined, [{}, bundle])
  return bundle
}

test('what is compiled ahead says so in its first line, and nothing else does', () => {
  const { index, other } = generate(['index'], bundleOf('index', 'other'))
  expect(index?.code).toBe('//# allFunctionsCalledOnLoad\n/* index */')
  expect(other?.code).toBe('/* other */')
})

test('a part that the build no longer has ends the build', () => {
  expect(() => generate(['canvas'], bundleOf('index'))).toThrow('No chunk of the page is called “canvas”.')
})
