import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTextTree } from '#core/formats/text-tree.ts'
import type { Tree } from '#core/formats/tree.ts'
import { isExpression } from '#core/model/field.ts'
import { randomRuns } from '#fixtures/random-runs.ts'
import { createEvaluator } from './evaluate.ts'
import { functions } from './functions.ts'
import { isTreeMap, scopeOf } from './scope.ts'
import { mayBeAbsent, type Value } from './value.ts'

type Given = Readonly<Record<string, string>>
/** The parameters of the template, with values that a deployment may give them. */
const chances: Readonly<Record<string, readonly string[]>> = {
  Name: ['', 'prod', 'a', '1'],
  Other: ['prod', 'dev', 'a,b'],
  Index: ['0', '1', '2'],
  List: ['a,b,c', 'prod', ''],
}
const parameters = Object.fromEntries(
  Object.keys(chances).map((name) => [name, { Type: name === 'List' ? 'CommaDelimitedList' : 'String' }]),
)
const mappings = { Map: { prod: { a: 'x', b: ['p', 'q'] }, dev: { a: 'y', b: ['r'] } } }

function evaluated(expression: Tree, conditions: { [name: string]: Tree }, given: Given): Value {
  const template = {
    Parameters: parameters,
    Mappings: mappings,
    Conditions: conditions,
    Resources: { Out: { expression } },
  }
  const read = readTextTree(JSON.stringify(template))
  if (!read.ok || !isTreeMap(read.value.root)) throw new Error('The template is not read.')
  const { root } = read.value
  const out =
    ((root['Resources'] as { [id: string]: Tree })['Out'] as { [id: string]: Tree })['expression'] ?? null
  return createEvaluator(scopeOf(root, given), read.value).evaluate(out)
}

/** True where everything that `left` says for certain is what `right` says. */
function holds(left: Value, right: Value): boolean {
  if (isExpression(left) && 'unknown' in left) return true
  if (typeof left !== 'object' || left === null || typeof right !== 'object' || right === null)
    return Object.is(left, right)
  if (Array.isArray(left) && left.some(mayBeAbsent)) return Array.isArray(right)
  const [own, others] = [Object.entries(left), Object.entries(right)]
  if (Object.values(left).some(mayBeAbsent)) return true
  return (
    own.length === others.length &&
    own.every(([key, value]) => holds(value, (right as { [key: string]: Value })[key]))
  )
}

const text = fc.constantFrom<Tree>('prod', 'dev', 'a', 'b', '', 'a-b')
const nothing: Tree = { Ref: 'AWS::NoValue' }
const { any, test: condition } = fc.letrec<{ any: Tree; list: Tree; text: Tree; test: Tree }>((tie) => {
  const call = (name: string, ...parts: fc.Arbitrary<Tree>[]) =>
    fc.tuple(...parts).map((given): Tree => ({ [name]: given }))
  const named = fc.constantFrom<Tree>('A', 'B')
  const index = fc.constantFrom<Tree>(0, 1, '2', { Ref: 'Index' })
  return {
    text: fc.oneof(
      text,
      fc.constantFrom<Tree>({ Ref: 'Name' }, { Ref: 'Other' }, { 'Fn::Sub': `\${Name}-x` }),
      call('Fn::If', named, tie('text'), tie('text')),
      call('Fn::Join', text, tie('list')),
      call('Fn::Select', index, tie('list')),
      fc.tuple(tie('any')).map(([value]): Tree => ({ 'Fn::Sub': [`\${V}.x`, { V: value }] })),
      call(
        'Fn::FindInMap',
        fc.constant<Tree>('Map'),
        tie('text'),
        fc.constantFrom<Tree>('a', { Ref: 'Name' }),
      ),
      call(
        'Fn::FindInMap',
        fc.constant<Tree>('Map'),
        tie('text'),
        fc.constant<Tree>('a'),
        tie('text').map((value): Tree => ({ DefaultValue: value })),
      ),
    ),
    list: fc.oneof(
      fc.tuple(tie('any'), tie('text')).map((items): Tree => items),
      fc.constant<Tree>({ Ref: 'List' }),
      call('Fn::Split', fc.constantFrom<Tree>('-', ','), tie('text')),
      call('Fn::If', named, tie('list'), fc.oneof(tie('list'), fc.constant(nothing))),
      fc
        .tuple(call('Fn::If', named, tie('text'), fc.constant(nothing)), tie('text'), tie('text'))
        .map((items): Tree => items),
    ),
    test: fc.oneof(
      call('Fn::Equals', tie('text'), tie('text')),
      tie('test').map((inner): Tree => ({ 'Fn::Not': [inner] })),
      call('Fn::And', tie('test'), tie('test')),
      call('Fn::Or', tie('test'), tie('test')),
      fc.constant<Tree>({ Condition: 'A' }),
    ),
    any: fc.oneof(
      tie('text'),
      tie('list'),
      tie('list').map((value): Tree => ({ 'Fn::Length': value })),
      tie('list').map((value): Tree => ({ 'Fn::ToJsonString': value })),
      call('Fn::If', named, tie('any'), fc.constant(nothing)),
      fc
        .tuple(
          fc.constantFrom(...functions.keys()).filter((name) => name.startsWith('Fn::')),
          tie('any'),
          tie('any'),
        )
        .map(([name, a, b]): Tree => ({ [name]: [a, b] })),
      fc.tuple(tie('any'), tie('any')).map(([a, b]): Tree => ({ a, b })),
    ),
  }
})
const given = fc.record(
  Object.fromEntries(Object.entries(chances).map(([name, values]) => [name, fc.constantFrom(...values)])),
)

test('what depends on a parameter without a value says nothing that a deployment could make untrue', () => {
  fc.assert(
    fc.property(
      any,
      condition,
      condition,
      given,
      fc.subarray(Object.keys(chances)),
      (expression, a, b, values, left) => {
        const conditions = { A: a, B: b }
        const some = Object.fromEntries(Object.entries(values).filter(([name]) => !left.includes(name)))
        const [before, after] = [
          evaluated(expression, conditions, some),
          evaluated(expression, conditions, values),
        ]
        // What CloudFormation would refuse stays an expression with any values.
        if (isExpression(after)) return
        const said = `${JSON.stringify({ expression, conditions })} gave ${JSON.stringify(before)}, and ${JSON.stringify(after)} with ${JSON.stringify(values)}`
        expect(holds(before, after), said).toBe(true)
      },
    ),
    { numRuns: randomRuns(1500) },
  )
}, 120_000)

test('the property sees a condition that takes an unknown for false', () => {
  const expression: Tree = { 'Fn::If': ['A', 'yes', 'no'] }
  const conditions: { [name: string]: Tree } = { A: { 'Fn::Equals': [{ Ref: 'Name' }, 'prod'] }, B: true }
  expect(holds('no', evaluated(expression, conditions, { Name: 'prod' }))).toBe(false)
  expect(evaluated(expression, conditions, {})).toHaveProperty('unknown')
})
