import type { AnyNode } from 'acorn'
import { expect, test } from 'vitest'
import { parseFunctionCode } from '#core/edge/module-form.ts'
import { canFallOut } from './code-flow.ts'
import { headersIn } from './code-headers.ts'
import { leastLength, textPattern } from './code-text.ts'
import { CodeTree, nodesIn } from './code-tree.ts'

function treeOf(code: string): CodeTree {
  const parsed = parseFunctionCode(code)
  if ('problem' in parsed) throw new Error(parsed.problem.message)
  return new CodeTree(parsed.program)
}
/** The argument of the call `look(…)` in some code. */
function looked(tree: CodeTree): AnyNode {
  for (const node of nodesIn(tree.program))
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'look')
      for (const argument of node.arguments) return argument
  throw new Error('The code looks at nothing.')
}
const placeIn = (body: string, parameter = 'event') => {
  const tree = treeOf(`function handler(${parameter}) { ${body} }`)
  return tree.placeOf(looked(tree))?.join('.')
}

test.each([
  ['look(event.request.uri)', 'event.request.uri'],
  ['var r = event.request; look(r.uri)', 'event.request.uri'],
  ['const { request } = event; look(request.headers)', 'event.request.headers'],
  ['const { request: { headers } } = event; look(headers.host)', 'event.request.headers.host'],
  ["const r = event['request']; look(r?.uri)", 'event.request.uri'],
  ['const cf = event.Records[0].cf; look(cf.request.uri)', 'event.request.uri'],
  ['const [{ cf }] = event.Records; look(cf.response.status)', 'event.response.status'],
])('%s is at %s', (body, place) => {
  expect(placeIn(body)).toBe(place)
})

test('a parameter that is taken apart leads to the event too', () => {
  expect(placeIn('look(request.uri)', '{ request }')).toBe('event.request.uri')
})

test.each([
  'var r = event.request; r = other(); look(r.uri)',
  'var r = event.request; { let r = 1 } look(r.uri)',
  'function f(r) { look(r.uri) } f(event.request)',
  'const { request = {} } = event; look(request.uri)',
  'for (const r of list) look(r.uri)',
  'look(event[name])',
])('nothing is said of %s', (body) => {
  expect(placeIn(body)).toBeUndefined()
})

const endsOf = (body: string) => {
  const { handler } = treeOf(`function handler(event) { ${body} }`)
  return handler?.body.type === 'BlockStatement' && canFallOut(handler.body)
}

test.each([
  ['return 1', false],
  ['if (a) return 1', true],
  ['if (a) return 1; else throw 2', false],
  ['while (true) { if (a) return 1 }', false],
  ['while (true) { if (a) break }', true],
  ['for (;;) { if (a) return 1 }', false],
  ['for (const a of b) return 1', true],
  ['do { return 1 } while (a)', false],
  ['do { if (a) continue; return 1 } while (b)', true],
  ['switch (a) { case 1: return 1; default: return 2 }', false],
  ['switch (a) { case 1: return 1; default: b() }', true],
  ['switch (a) { default: b(); case 1: return 1 }', false],
  ['switch (a) { case 1: break; default: return 2 }', true],
  ['try { return 1 } catch (e) { return 2 }', false],
  ['try { return 1 } catch (e) { log(e) }', true],
  ['try { a() } finally { return 1 }', false],
  ['out: { if (a) break out; return 1 }', true],
  ['if (true) { return 1 }', false],
])('%s: its end is reached: %s', (body, ends) => {
  expect(endsOf(body)).toBe(ends)
})

const textIn = (body: string) => {
  const tree = treeOf(`function handler(event) { ${body} }`)
  return textPattern(tree, looked(tree))
}

test.each([
  ["look('/a')", '/a'],
  ["look('/api' + event.request.uri)", '/api/*'],
  [`const r = event.request; look(\`/v1\${r.uri}index.html\`)`, '/v1/*index.html'],
  ["const base = '/v2'; look(base + '/x')", '/v2/x'],
  ["look('/' + name + '/x')", '/*/x'],
  ['look(name)', '*'],
  ["look('/a?b=1')", undefined],
])('%s gives the text %s', (body, text) => {
  expect(textIn(body)).toBe(text)
})

test('a text has at least the length of its fixed parts', () => {
  const tree = treeOf("function handler(event) { look('ab' + 'c'.repeat(10) + name) }")
  expect(leastLength(tree, looked(tree))).toBe(12)
})

test('headers are found as they are read, set, deleted and made', () => {
  const tree = treeOf(`function handler(event) {
    const { headers } = event.request
    if (headers.host.value === 'a') headers['x-a'] = { value: '1' }
    headers.cookie.value = ''
    delete headers.via
    return { statusCode: 200, headers: { location: { value: '/' } } }
  }`)
  expect(headersIn(tree).map(({ name, of, how }) => `${how} ${name} of ${of}`)).toEqual([
    'read host of request',
    'set x-a of request',
    'set cookie of request',
    'delete via of request',
    'set location of generated',
  ])
})
