import type { DesignDocument } from '#core/model/document.ts'
import { removeAt } from '#core/model/edit.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { resourceKind } from '#core/resources/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { finderByShape } from '#core/rules/lookup/by-shape.ts'
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

/** By what an item is the same as another one: itself, or the field that names it. */
function named(item: unknown): string | undefined {
  if (typeof item === 'string' || typeof item === 'number') return String(item)
  if (typeof item !== 'object' || item === null) return undefined
  if (isExpression(item)) return 'ref' in item ? JSON.stringify(item) : undefined
  const fields = item as Readonly<Record<string, unknown>>
  return named(fields['Header'] ?? fields['Name'] ?? fields['KeyValueStoreARN'] ?? fields['QueryArg'])
}

const inAnyCase = (item: unknown): string | undefined => named(item)?.toLowerCase()

/** Lists with items that are the same, if only for whom case is nothing. */
const suspects = finderByShape({
  concerns: ({ kind }) => kind === 'list',
  look: ({ kind }, value): readonly unknown[] | undefined =>
    kind === 'list' && Array.isArray(value) && !repeats(value, inAnyCase).next().done ? value : undefined,
})

function* lists(document: DesignDocument): Generator<PlacedList> {
  for (const [id, { type, config }] of Object.entries(document.resources)) {
    const kind = resourceKind(type)
    if (!kind || typesJudgedElsewhere.has(type)) continue
    for (const { found: items, path: within } of suspects(kind.config, config)) {
      const path = ['resources', id, 'config', ...within]
      const field = String(path.findLast((step) => step !== 'Items'))
      if (!judgedElsewhere.has(field) && !path.includes('GeoRestriction')) yield { field, items, path }
    }
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
      for (const [item, index] of repeats(items, isHeaders ? inAnyCase : named)) {
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
