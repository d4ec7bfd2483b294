/** What a behavior's row shows in its columns: methods, policies, and the functions at their four places. */
import { tableOf } from '#core/ground/names.ts'
import type { Behavior } from '#core/model/document.ts'
import { isRef, known, knownItems } from '#core/model/field.ts'
import { managedPolicies, type PolicyType } from '#core/model/managed-policies.ts'
import { nameOf } from '#core/model/stand-in.ts'

/** A policy field's name: a managed policy's, or the logical id of the design's own. */
export function policyName(type: PolicyType, field: unknown): string | undefined {
  if (isRef(field)) return field.ref
  if (typeof field !== 'string' || field === '') return undefined
  return managedPolicies(type).find(({ id }) => id === field)?.name ?? 'policy of the account'
}

/** The fields of a behavior that choose a policy, in the order of the request. */
export const policyFields = [
  { field: 'CachePolicyId', type: 'CachePolicy', word: 'Cache policy' },
  { field: 'OriginRequestPolicyId', type: 'OriginRequestPolicy', word: 'Origin request policy' },
  { field: 'ResponseHeadersPolicyId', type: 'ResponseHeadersPolicy', word: 'Response headers policy' },
] as const satisfies readonly { field: keyof Behavior; type: PolicyType; word: string }[]
export type PolicyField = (typeof policyFields)[number]['field']

/** The four places of functions, in the order in which a request passes them. */
export const functionPlaces = [
  { event: 'viewer-request', word: 'Viewer request' },
  { event: 'origin-request', word: 'Origin request' },
  { event: 'origin-response', word: 'Origin response' },
  { event: 'viewer-response', word: 'Viewer response' },
] as const
export type FunctionPlace = (typeof functionPlaces)[number]['event']

/** Something that a row uses and that can be used by another row too. */
export interface Use {
  /** The field of the behavior that holds it. */
  readonly field: PolicyField | 'FunctionAssociations' | 'LambdaFunctionAssociations'
  /** What the field says, to tell whether two rows use the same. */
  readonly value: unknown
  /** The resource of the design that it is, where it is one. */
  readonly ref?: string
  readonly name: string
  /** Where a function runs. */
  readonly event?: FunctionPlace
}

export interface RowFacts {
  readonly protocol: { readonly short: string; readonly long: string }
  readonly methods: string
  readonly policies: readonly Use[]
  readonly functions: readonly Use[]
  readonly isSigned: boolean
}

const protocols: Readonly<Record<string, { short: string; long: string }>> = tableOf({
  'allow-all': { short: 'Any', long: 'HTTP and HTTPS' },
  'redirect-to-https': { short: '→ HTTPS', long: 'Redirect to HTTPS' },
  'https-only': { short: 'HTTPS only', long: 'HTTPS only' },
})

const refOf = (value: unknown) => (isRef(value) ? { ref: value.ref } : {})

/** The last part of an ARN that says a name; `function:name:3` has a version behind it. */
const nameInArn = (arn: string): string =>
  /function[:/]([^:/]+)(?::[^:]+)?$/.exec(arn)?.[1] ?? (arn === '' ? 'not chosen' : arn)

function functionsOf(behavior: Behavior): Use[] {
  const own = knownItems(behavior.FunctionAssociations).map((one) => ({
    field: 'FunctionAssociations' as const,
    event: known(one.EventType),
    value: one.FunctionARN,
  }))
  const lambda = knownItems(behavior.LambdaFunctionAssociations).map((one) => ({
    field: 'LambdaFunctionAssociations' as const,
    event: known(one.EventType),
    value: one.LambdaFunctionARN,
  }))
  return [...own, ...lambda].map(({ field, event, value }) => {
    const place = functionPlaces.find((one) => one.event === event)
    return {
      field,
      value,
      ...refOf(value),
      name: isRef(value) ? value.ref : nameInArn(nameOf(value)),
      ...(place && { event: place.event }),
    }
  })
}

function methodWord(methods: readonly string[]): string {
  if (methods.length > 3) return 'All methods'
  return methods.length === 3 ? 'GET HEAD OPTIONS' : 'GET HEAD'
}

/** The facts of a behavior, read from it alone. */
export function rowFacts(behavior: Behavior): RowFacts {
  const protocol = known(behavior.ViewerProtocolPolicy)
  const said = nameOf(behavior.ViewerProtocolPolicy)
  return {
    protocol: protocols[protocol ?? ''] ?? { short: said, long: said },
    methods: methodWord(knownItems(known(behavior.AllowedMethods)?.Items)),
    policies: policyFields.flatMap(({ field, type }) => {
      const value = behavior[field]
      const name = policyName(type, value) ?? (value === undefined ? undefined : nameOf(value))
      return name === undefined || name === '' ? [] : [{ field, value, ...refOf(value), name }]
    }),
    functions: functionsOf(behavior),
    isSigned: (known(behavior.TrustedKeyGroups)?.Items?.length ?? 0) > 0,
  }
}
