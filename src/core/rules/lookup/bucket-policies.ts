/** The policies of a design's buckets, statement by statement. */
import { isBucketNamed } from '#core/model/bucket-policy.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { foreignOf, listIn, type PlacedForeign } from './foreign.ts'

export interface PlacedStatement {
  readonly statement: Readonly<Record<string, unknown>>
  readonly path: Path
}
export interface PlacedPolicy {
  readonly policy: PlacedForeign
  /** Those that the design tells. */
  readonly statements: readonly PlacedStatement[]
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isExpression(value)

/** The statements of a policy document that are told. */
export function statementsIn(document: unknown, path: Path): PlacedStatement[] {
  const field: unknown = valueAt(document, ['Statement'])
  const isList = Array.isArray(field)
  return (listIn(field) ?? []).flatMap((statement, index) =>
    isFields(statement) ? [{ statement, path: [...path, 'Statement', ...(isList ? [index] : [])] }] : [],
  )
}

export const policiesOfBucket = (document: DesignDocument, bucket: LogicalId): readonly PlacedPolicy[] =>
  foreignOf(document, 'AWS::S3::BucketPolicy')
    .filter(({ config }) => isBucketNamed(document, bucket, config['Bucket']))
    .map((policy) => ({
      policy,
      statements: statementsIn(policy.config['PolicyDocument'], [...policy.path, 'PolicyDocument']),
    }))
