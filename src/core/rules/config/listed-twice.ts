import type { DesignDocument } from '#core/model/document.ts'
import { removeAt } from '#core/model/edit.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Shape } from '#core/model/shapes/shape.ts'
import { resourceKind } from '#core/resources/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

/** Lists whose items a rule of their own compares, with more to say. */
const judgedElsewhere: ReadonlySet<string> = new Set([
  'Aliases',
  'AllowedMethods',
  'CacheBehaviors',
  'CachedMethods',
  'CustomErrorResponses',
  'CustomHeaders',
  'CustomHeadersConfig',
  'Domains',
  'Fields',
  'FieldPatterns',
  'FunctionAssociations',
  'LambdaFunctionAssociations',
  'Members',
  'OriginGroups',
  'Origins',
  'ParameterDefinitions',
])
const typesJudgedElsewhere: ReadonlySet<string> = new Set(['CachePolicy', 'Function', 'KeyGroup'])
/** CloudFormation's schema wants each item once; of the others it is not known whether they are refused. */
const refused: ReadonlySet<string> = new Set([
  'KeyValueStoreAssociations',
  'RemoveHeadersConfig',
  'StagingDistributionDnsNames',
])
const isOfHeaders = /Headers/

interface PlacedList {
  readonly field: string
  readonly items: readonly unknown[]
  readonly path: Path
}

function* listsIn(shape: Shape, value: unknown, path: Path): Generator<PlacedList> {
  if (isExpression(value) || typeof value !== 'object' || value === null) return
  if (shape.kind === 'list') {
    if (!Array.isArray(value)) return
    yield { field: String(path.findLast((step) => step !== 'Items')), items: value, path }
    for (const [index, item] of value.entries()) yield* listsIn(shape.of, item, [...path, index])
  } else if (shape.kind === 'structure')
    for (const [name, inner] of Object.entries(shape.fields))
      if (Object.hasOwn(value, name))
        yield* listsIn(inner.shape, (value as Readonly<Record<string, unknown>>)[name], [...path, name])
}

/** By what an item is the same as another one: itself, or the field that names it. */
function named(item: unknown): string | undefined {
  if (typeof item === 'string' || typeof item === 'number') return String(item)
  if (typeof item !== 'object' || item === null) return undefined
  if (isExpression(item)) return 'ref' in item ? JSON.stringify(item) : undefined
  const fields = item as Readonly<Record<string, unknown>>
  return named(fields['Header'] ?? fields['Name'] ?? fields['KeyValueStoreARN'] ?? fields['QueryArg'])
}

function* lists(document: DesignDocument): Generator<PlacedList> {
  for (const [id, { type, config }] of Object.entries(document.resources)) {
    const kind = resourceKind(type)
    if (!kind || typesJudgedElsewhere.has(type)) continue
    for (const list of listsIn(kind.config, config, ['resources', id, 'config']))
      if (!judgedElsewhere.has(list.field) && !list.path.includes('GeoRestriction')) yield list
  }
}

export const configListedTwice = defineRule({
  id: 'config/listed-twice',
  severity: 'warning',
  sees: 'all',
  summary: 'A list has the same item twice.',
  why: 'The second one changes nothing, is there where another was meant, and may be refused; CloudFormation refuses it in the lists whose schema wants each item once.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_CloudFront.html',
  code: null,
  alsoKnownAs: ['cfn-lint E3037'],

  *check({ document }) {
    for (const { field, items, path } of lists(document)) {
      const isHeaders = isOfHeaders.test(field)
      for (const [item, index] of repeats(items, (one) =>
        isHeaders ? named(one)?.toLowerCase() : named(one),
      )) {
        const isRefused = refused.has(field)
        yield {
          path: [...path, index],
          message: `“${named(item)}” is listed twice in “${field}” of “${path[1]}”${isRefused ? ', which CloudFormation refuses' : ''}; keep one.`,
          ...(isRefused && { severity: 'error' as const }),
          fix: removeAt([...path, index], 'Remove the second'),
        }
      }
    }
  },
})
