import { expect, test } from 'vitest'
import type { Runtime } from './restriction-checks.ts'
import { checkRestrictions } from './restrictions.ts'

const handler = '\nfunction handler(event) { return event.request }'
const errors = (code: string, runtime: Runtime = 'cloudfront-js-2.0') =>
  checkRestrictions(code, runtime).filter(({ severity }) => severity === 'error')
const old = (code: string) => errors(code + handler, 'cloudfront-js-1.0')

test('plain functions are taken by both runtimes', () => {
  expect(errors(handler)).toEqual([])
  expect(old(['var f = (a, ...rest) => `$', '{a}`;'].join(''))).toEqual([])
})

test.each(['let a = 1', 'const a = 1', 'async function f() {}', "import c from 'crypto'", 'var a = 1 ?? 2'])(
  'runtime 1.0 refuses %s and runtime 2.0 takes it',
  (code) => {
    expect(old(`${code};`)).not.toEqual([])
    expect(errors(`${code};${handler}`)).toEqual([])
  },
)

test.each([
  'class A {}',
  'function* g() {}',
  'for (var x of []) {}',
  'var a = [...b]',
  'var { a } = b',
  'var [a] = b',
  'function f(a = 1) {}',
  'var a = b?.c',
  "import('x')",
  "eval('1')",
  "new Function('return 1')",
  "Function('return 1')",
  'setTimeout(f, 1)',
  "fetch('https://example.com')",
  'new XMLHttpRequest()',
  "require('fs')",
  "import fs from 'fs'",
  'var a = 10n',
])('both runtimes refuse %s', (code) => {
  expect(old(`${code};`)).not.toEqual([])
  expect(errors(`${code};${handler}`)).not.toEqual([])
})

test('a restriction has its place in the source', () => {
  expect(errors(`var a = 1\n  setTimeout(a)${handler}`)).toMatchObject([{ line: 2, column: 3 }])
})

test('the modules of a runtime are taken', () => {
  expect(errors(`import cf from 'cloudfront'; var b = require('buffer');${handler}`)).toEqual([])
  expect(old("var c = require('crypto');")).toEqual([])
  expect(old("var b = require('buffer');")).not.toEqual([])
})

test('a function without “handler” is refused', () => {
  expect(errors('function main() {}')).toMatchObject([{ message: expect.stringContaining('handler') }])
})

test('code above 10 KB is refused', () => {
  expect(errors(`//${'x'.repeat(10 * 1024)}${handler}`)).toHaveLength(1)
  expect(errors(`//${'x'.repeat(10 * 1024 - 2 - handler.length)}${handler}`)).toEqual([])
})

test('a second argument of console.log is a warning', () => {
  const found = checkRestrictions(
    `function handler(e) { console.log('a', e); return e.request }`,
    'cloudfront-js-2.0',
  )
  expect(found).toMatchObject([{ severity: 'warning' }])
})

test('a syntax error is one of them', () => {
  expect(errors('function handler( {')).toMatchObject([{ line: 1 }])
})

test('what no engine can read is a syntax error, by its name and line', () => {
  const code = 'function handler(event) {\n  return event.request))\n}'
  expect(checkRestrictions(code, 'cloudfront-js-2.0')).toMatchObject([
    { severity: 'error', type: 'SyntaxError', message: 'Unexpected token', line: 2 },
  ])
})
