import { expect, test } from 'vitest'
import type { Shape as DataShape } from '#core/model/shapes/shape.ts'
import { resourceKinds } from '#core/resources/index.ts'
import type { FormField, FormSection } from '#core/resources/kind/form-field.ts'
import { defaultBehaviorForm, nodeForms } from './forms.ts'
import { moreFields, shapeOf, spelled } from './more-fields.ts'
import type { Shape } from './thing.ts'

const forms: readonly (readonly [Shape, readonly FormSection[]])[] = [
  ...Object.values(resourceKinds).map(({ type, form }) => [type, form] as const),
  ['CacheBehavior', nodeForms.behavior],
  ['DefaultCacheBehavior', defaultBehaviorForm],
  ['Origin', nodeForms.origin],
  ['OriginGroup', nodeForms.group],
]
/** A caller reference is the writers'; the nodes of the canvas have forms of their own. */
const elsewhere = /^(CallerReference|Quantity|Origins|OriginGroups|CacheBehaviors|DefaultCacheBehavior)\b/

function* leaves(shape: DataShape, path: readonly string[] = []): Generator<readonly string[]> {
  if (shape.kind !== 'structure') {
    yield path
    return
  }
  for (const [name, field] of Object.entries(shape.fields)) yield* leaves(field.shape, [...path, name])
}

const begins = (path: readonly string[], start: readonly string[]) =>
  start.every((step, index) => step === path[index])

test.each(forms)('%s: every field of the model has a control, and none is JSON', (shape, sections) => {
  const data = shapeOf(shape)
  if (!data) throw new Error(`${shape} has no shape.`)
  const fields = [...sections, ...moreFields({ shape, sections })].flatMap((section) => section.fields)
  const missing = [...leaves(data)].filter(
    (path) =>
      !(['Distribution', 'StreamingDistribution'].includes(shape) && elsewhere.test(path.join('.'))) &&
      path.at(-1) !== 'CallerReference' &&
      !fields.some((field: FormField) => begins(path, field.path)),
  )
  expect(missing.map((path) => path.join('.'))).toEqual([])
  expect(fields.filter(({ kind }) => kind.is === 'json').map(({ path }) => path.join('.'))).toEqual([])
  const twice = fields.map(({ path }) => path.join('.')).filter((path, at, all) => all.indexOf(path) !== at)
  expect(twice).toEqual([])
})

test('names of the API are read as words, and what is spelled in capitals stays so', () => {
  expect(spelled('OriginReadTimeout')).toBe('Origin read timeout')
  expect(spelled('IAMCertificateId')).toBe('IAM certificate ID')
  expect(spelled('HTTPPort')).toBe('HTTP port')
})
