/** Reading of resources that are kept in CloudFormation's words. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef, isUnknown, type Json, type JsonObject } from '#core/model/field.ts'

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
  const named = isRef(field) ? [field.ref] : isUnknown(field) ? (field.refs ?? []) : []
  const id = named.find((one) => document.resources[one]?.type === type)
  // Only resources that are not CloudFront's have such a type, and those hold JSON.
  return id === undefined ? undefined : { id, config: document.resources[id]?.config as JsonObject }
}
