/** Resources that are not CloudFront's: buckets, web ACLs, log deliveries. */
import { oncePer } from '#core/model/distribution.ts'
import type { DesignDocument, ForeignResource, LogicalId } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import { isExpression, isRef, isUnknown, type Unknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'

export interface PlacedForeign {
  readonly id: LogicalId
  /** In CloudFormation's words; values are plain or expressions of the design. */
  readonly config: Readonly<Record<string, unknown>>
  readonly path: Path
}

/** Found once for each state of a design: rules ask for each origin, and a template may hold hundreds of others. */
const foreignByType = oncePer((resources: DesignDocument['resources']) => {
  const byType = new Map<string, PlacedForeign[]>()
  for (const [id, resource] of Object.entries(resources)) {
    const { type } = resource
    if (!type.includes('::')) continue
    // A foreign resource's config is JSON in CloudFormation's words.
    const placed = {
      id,
      config: resource.config as PlacedForeign['config'],
      path: ['resources', id, 'config'],
    }
    const known = byType.get(type)
    if (known) known.push(placed)
    else byType.set(type, [placed])
  }
  return byType
})

/** All resources of one CloudFormation type. */
export const foreignOf = (document: DesignDocument, type: string): readonly PlacedForeign[] =>
  foreignByType(document.resources).get(type) ?? []

/** Whether only the deployment decides that a resource is there at all. */
export const mayBeLeftOut = ({ resources }: DesignDocument, id: LogicalId): boolean => {
  const resource = resources[id]
  return resource !== undefined && 'mayBeAbsent' in resource && resource.mayBeAbsent === true
}

/** The resources that a value refers to, directly or within an expression. */
export const namedIn = (value: unknown): readonly LogicalId[] =>
  isRef(value) ? [value.ref] : isUnknown(value) ? (value.refs ?? []) : []

/** The resource of one type that a value refers to; undefined where it refers to none of the design. */
export const foreignBehind = (
  document: DesignDocument,
  value: unknown,
  type: string,
): PlacedForeign | undefined => foreignOf(document, type).find(({ id }) => namedIn(value).includes(id))

/** A list of CloudFormation, where one item may stand for itself; undefined where the deployment decides it. */
export const listIn = (value: unknown): readonly unknown[] | undefined => {
  if (value === undefined) return []
  if (isExpression(value)) return undefined
  return Array.isArray(value) ? value : [value]
}

/** A value's text; undefined where it is absent, an expression, or something else. */
export const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Whether a text stands anywhere within a value. */
export const mentions = (value: unknown, text: string): boolean =>
  JSON.stringify(value ?? null).includes(text)

/** The ARN of a distribution of the design, which CloudFormation puts together. */
export const arnOf = (distribution: LogicalId): Unknown => ({
  unknown: `!Sub arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${${distribution}}`,
  expression: {
    'Fn::Sub': `arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${${distribution}}`,
  },
  refs: [distribution],
})

/** A logical id that no resource has yet. */
export function freeId(document: Pick<DesignDocument, 'resources'>, wanted: LogicalId): LogicalId {
  let id = wanted
  for (let number = 2; Object.hasOwn(document.resources, id); number += 1) id = `${wanted}${number}`
  return id
}

/** Adds a resource; under another id where one that the rule was not shown has this one by now. */
export const addResource = (
  wanted: LogicalId,
  resource: { readonly type: ForeignResource['type']; readonly config: object },
  label?: string,
): Edit => {
  const path = ['resources', wanted]
  return {
    ...setAt(path, resource, label),
    apply: (draft) => {
      const there = Object.hasOwn(draft.resources, wanted) ? draft.resources[wanted] : undefined
      const id = there === undefined || there.type === resource.type ? wanted : freeId(draft, wanted)
      setAt(['resources', id], resource).apply(draft)
    },
  }
}
