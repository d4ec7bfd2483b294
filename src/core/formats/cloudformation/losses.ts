/** What a design says and CloudFormation cannot. */
import type { Loss } from '#core/formats/format.ts'
import { isImplied, loggingOff, offMessage } from '#core/formats/implied.ts'
import type { DesignDocument, Resource } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Shape, Structure } from '#core/model/shapes/shape.ts'
import { resourceKind } from '#core/resources/index.ts'
import { templateType } from './shape-writer.ts'

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExpression(value)

/** A structure of which CloudFormation writes the list alone. */
const isListAlone = ({ counted, fields }: Structure, name: string): boolean =>
  counted === true && fields['Items']?.cloudFormation === undefined && name !== 'AllowedMethods'

function* unwritten(shape: Shape, value: unknown, path: Path): Generator<Loss> {
  if (shape.kind === 'list' && Array.isArray(value))
    for (const [index, item] of value.entries()) yield* unwritten(shape.of, item, [...path, index])
  if (shape.kind !== 'structure' || !isFields(value)) return
  const of = String(path.findLast((step) => typeof step === 'string'))
  const off = loggingOff(of, value)
  if (off) {
    for (const name of off) yield { path: [...path, name], message: offMessage(name) }
    return
  }
  const isAlone = isListAlone(shape, of)
  for (const [name, child] of Object.entries(value)) {
    const field = shape.fields[name]
    const isLeftOut = field?.cloudFormation === null || (isAlone && name !== 'Items')
    if (!isLeftOut && field) yield* unwritten(field.shape, child, [...path, name])
    if (isLeftOut && child !== undefined && !isImplied(of, name, value))
      yield {
        path: [...path, name],
        message: `CloudFormation has no “${name}” in “${of}”, so it is left out.`,
      }
  }
}

function* lossesOf(id: string, resource: Resource): Generator<Loss> {
  if (templateType(resource) === undefined)
    yield {
      path: ['resources', id],
      message: `CloudFormation has no resource type for “${id}” (${resource.type}); create it with the API.`,
    }
  const kind = resourceKind(resource.type)
  if (kind?.cloudFormation) yield* unwritten(kind.config, resource.config, ['resources', id, 'config'])
}

export const templateLosses = ({ resources }: DesignDocument): Loss[] =>
  Object.entries(resources).flatMap(([id, resource]) => [...lossesOf(id, resource)])
