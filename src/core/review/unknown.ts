/**
 * What only a deployment decides. Such a value is compared by its expression: equal expressions are equal, and anything
 * else cannot be compared before the deployment.
 */
import type { DesignDocument } from '#core/model/document.ts'
import { isRef, isUnknown, type Unknown } from '#core/model/field.ts'
import { type PolicyType, policyBehind } from '#core/model/managed-policies.ts'
import { nameOf } from '#core/model/stand-in.ts'

/** A value that stands in the account alone, such as a policy that is named by its id. */
export const elsewhere = (what: string): Unknown => ({ unknown: what, expression: what })

const named = ['BucketName', 'Name', 'FunctionName', 'LoadBalancerName']

/** A reference to a thing that has a name of its own is known by that name, whatever its logical id is. */
function refKey(document: DesignDocument, ref: string, attribute: string | undefined): string {
  const resource = document.resources[ref]
  const config = (resource?.config ?? {}) as Readonly<Record<string, unknown>>
  const name = named.map((field) => config[field]).find((value) => typeof value === 'string' && value !== '')
  return JSON.stringify([resource?.type ?? '', name === undefined ? { ref } : name, attribute ?? ''])
}

export interface Expressed {
  /** Equal for equal expressions. */
  readonly key: string
  readonly text: string
}

/** The expressions within a value, references among them. */
export function expressionsIn(document: DesignDocument, value: unknown): Expressed[] {
  if (typeof value !== 'object' || value === null) return []
  if (isRef(value)) return [{ key: refKey(document, value.ref, value.attribute), text: nameOf(value) }]
  if (isUnknown(value)) return [{ key: JSON.stringify(value.expression), text: value.unknown }]
  return Object.values(value).flatMap((child) => expressionsIn(document, child))
}

export const notKnown = (texts: readonly string[]): string =>
  `not known before deployment (${[...new Set(texts)].join(', ')})`

/** What a policy field leads to, for a look at the expressions that decide it. */
export function behindPolicy(document: DesignDocument, type: PolicyType, field: unknown): unknown {
  if (field === undefined || isUnknown(field)) return field
  if (typeof field === 'string')
    return field === '' || policyBehind(document, type, field) ? undefined : elsewhere(`the policy ${field}`)
  if (!isRef(field)) return undefined
  return policyBehind(document, type, field) ?? elsewhere(`the policy ${field.ref}`)
}
