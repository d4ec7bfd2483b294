/** Reading of resources that are kept in CloudFormation's words. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef, type Json, type JsonObject } from '#core/model/field.ts'

export const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []
export const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
export const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : undefined

/** The resource of the design that a field names, in CloudFormation's words; undefined where it stands elsewhere. */
export function foreignOf(
  document: DesignDocument,
  field: unknown,
  type: string,
): { readonly id: LogicalId; readonly config: JsonObject } | undefined {
  if (!isRef(field)) return undefined
  const resource = document.resources[field.ref]
  // Only resources that are not CloudFront's have such a type, and those hold JSON.
  return resource?.type === type ? { id: field.ref, config: resource.config as JsonObject } : undefined
}
