import { expect, test } from 'vitest'
import { applyEdit } from '#core/model/edit.ts'
import type { JsonObject } from '#core/model/field.ts'
import { distribution } from '#fixtures/build.ts'
import { copyThings, pasteClip } from './clipboard.ts'
import { freeExpression } from './name-expressions.ts'

const written = (expression: JsonObject, unknown = 'x', taken = ['x', 'x-2']) =>
  freeExpression({ unknown, expression, like: 'x' }, taken).expression

test('a name that CloudFormation puts together gets a number at its end', () => {
  expect(written({ 'Fn::Sub': `\${AWS::StackName}-rewrite` })).toEqual({
    'Fn::Sub': `\${AWS::StackName}-rewrite-3`,
  })
  expect(written({ 'Fn::Sub': [`\${A}`, { A: 'b' }] })).toEqual({ 'Fn::Sub': [`\${A}-3`, { A: 'b' }] })
  expect(written({ Ref: 'Name' })).toEqual({ 'Fn::Sub': `\${Name}-3` })
  expect(written({ 'Fn::ImportValue': 'name' })).toEqual({
    'Fn::Join': ['', [{ 'Fn::ImportValue': 'name' }, '-3']],
  })
})

test('a name that Terraform puts together gets a number within its text, or becomes a text', () => {
  expect(written({ terraform: `"\${var.env}-rewrite"` })).toEqual({ terraform: `"\${var.env}-rewrite-3"` })
  expect(written({ terraform: 'var.name' })).toEqual({ terraform: `"\${var.name}-3"` })
})

test('a free name stays, and so does one that nothing can be put to', () => {
  expect(written({ Ref: 'Name' }, 'x', [])).toEqual({ Ref: 'Name' })
  expect(freeExpression({ unknown: 'x', expression: null }, ['x']).expression).toBe(null)
})

test('the copy of a function has a name of its own, whatever puts the name together', () => {
  const Name = {
    unknown: `!Sub \${AWS::StackName}-rewrite`,
    expression: { 'Fn::Sub': `\${AWS::StackName}-rewrite` },
    like: 'stack-rewrite',
  }
  const document = distribution({}, { Rewrite: { type: 'Function', config: { Name, FunctionCode: '' } } })
  const clip = copyThings(document, [['resources', 'Rewrite', 'config']])
  const pasted = clip && pasteClip(document, 'Site', clip)
  const copy = pasted && applyEdit(document, pasted.edit).resources['Rewrite2']
  expect(copy?.config).toMatchObject({
    Name: { expression: { 'Fn::Sub': `\${AWS::StackName}-rewrite-2` }, like: 'stack-rewrite-2' },
  })
})
