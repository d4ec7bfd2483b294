import { expect, test } from 'vitest'
import { inAscii, withoutProcesses } from './command.ts'

test('the text of a chunk means the same in ASCII', () => {
  const code =
    'const text = "“é” 😀"; exports.found = /[“é]/.test(text) && /^\\p{L}😀/u.test("é😀") && `“é” 😀`'
  const run = (source: string) => {
    const exports = { found: '' }
    new Function('exports', source)(exports)
    return exports.found
  }
  expect(inAscii(code)).toMatch(/^[\0-\x7f]*$/)
  expect(run(inAscii(code))).toBe(run(code))
  expect(run(code)).toBe('“é” 😀')
})

test('a commander that asks for processes differently is noticed', () => {
  const { transform } = withoutProcesses()
  const error = (message: string) => {
    throw new Error(message)
  }
  if (typeof transform !== 'function') throw new Error('The plugin has a plain transform.')
  const through = (code: string) =>
    Reflect.apply(transform, { error }, [code, '/node_modules/commander/lib/command.js'])
  expect(through("const childProcess = require('node:child_process');").code).toContain('get spawn()')
  expect(() => through('import childProcess')).toThrow('asks for processes in another way')
})
