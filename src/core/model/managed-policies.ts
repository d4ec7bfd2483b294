/**
 * AWS's managed policies, as of 2026-08.
 * Sources: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html,
 * using-managed-origin-request-policies.html and using-managed-response-headers-policies.html.
 */
import type {
  CachePolicyConfig,
  DesignDocument,
  OriginRequestPolicyConfig,
  ResponseHeadersPolicyConfig,
} from './document.ts'
import { type Field, isRef, known } from './field.ts'
import policies from './managed-policies.json' with { type: 'json' }

export interface ManagedPolicy<Config> {
  readonly id: string
  /** The console's name, without the `Managed-` prefix. */
  readonly name: string
  /** False for policies that AWS Amplify keeps for itself. */
  readonly attachable: boolean
  readonly config: Config
}

// The JSON holds enum members as plain strings; the data test parses each against the SDK's enums.
export const managedCachePolicies = policies.cachePolicies as readonly ManagedPolicy<CachePolicyConfig>[]
export const managedOriginRequestPolicies =
  policies.originRequestPolicies as readonly ManagedPolicy<OriginRequestPolicyConfig>[]
export const managedResponseHeadersPolicies =
  policies.responseHeadersPolicies as readonly ManagedPolicy<ResponseHeadersPolicyConfig>[]

interface PolicyConfigs {
  CachePolicy: CachePolicyConfig
  OriginRequestPolicy: OriginRequestPolicyConfig
  ResponseHeadersPolicy: ResponseHeadersPolicyConfig
}
export type PolicyType = keyof PolicyConfigs

const managedByType: { [Type in PolicyType]: readonly ManagedPolicy<PolicyConfigs[Type]>[] } = {
  CachePolicy: managedCachePolicies,
  OriginRequestPolicy: managedOriginRequestPolicies,
  ResponseHeadersPolicy: managedResponseHeadersPolicies,
}

/** The managed policies of one type. */
export const managedPolicies = <Type extends PolicyType>(
  type: Type,
): readonly ManagedPolicy<PolicyConfigs[Type]>[] => managedByType[type]

/** A managed policy's name as AWS spells it in its API and templates: `Managed-CachingOptimized`. */
export const fullName = ({ name }: Pick<ManagedPolicy<unknown>, 'name'>): string => `Managed-${name}`

const names = new Map(
  Object.values(managedByType)
    .flat()
    .map((policy) => [policy.id, fullName(policy)]),
)

/** What AWS calls the managed policy with an id, where there is one: ids are unlike in all three types. */
export const managedName = (id: unknown): string | undefined =>
  typeof id === 'string' ? names.get(id) : undefined

/**
 * The config behind a policy field (`CachePolicyId` and its like): a managed policy by id, or one of the design by
 * reference. Undefined where the field is absent, an expression, or names a policy that is not known here.
 */
export function policyBehind<Type extends PolicyType>(
  document: DesignDocument,
  type: Type,
  field: Field<string> | undefined,
): PolicyConfigs[Type] | undefined {
  if (isRef(field)) {
    const resource = document.resources[field.ref]
    return resource?.type === type ? (resource.config as PolicyConfigs[Type]) : undefined
  }
  const id = known(field)
  return managedPolicies(type).find((policy) => policy.id === id)?.config
}
