import type { Behavior, CachePolicyConfig, DesignDocument } from './document.ts'
import { known } from './field.ts'
import { policyBehind } from './managed-policies.ts'

export interface Ttls {
  readonly min: number
  readonly default: number
  readonly max: number
}

const day = 86_400
const year = 31_536_000

/** A cache policy's TTLs in seconds with the API's defaults; undefined where one is left to the deployment. */
export function policyTtls(policy: CachePolicyConfig): Ttls | undefined {
  const { MinTTL: least = 0, DefaultTTL: usual, MaxTTL: most } = policy
  const min = known(least)
  if (typeof min !== 'number') return undefined
  const byDefault = usual === undefined ? Math.max(day, min) : known(usual)
  if (typeof byDefault !== 'number') return undefined
  const max = most === undefined ? Math.max(year, byDefault) : known(most)
  return typeof max === 'number' ? { min, default: byDefault, max } : undefined
}

/** The TTLs that hold for a behavior, from its policy or its legacy settings. */
export function effectiveTtls(document: DesignDocument, behavior: Behavior): Ttls | undefined {
  if (behavior.CachePolicyId !== undefined) {
    const policy = policyBehind(document, 'CachePolicy', behavior.CachePolicyId)
    return policy && policyTtls(policy)
  }
  if (behavior.ForwardedValues === undefined) return undefined
  const [min, byDefault, max] = [
    behavior.MinTTL ?? 0,
    behavior.DefaultTTL ?? day,
    behavior.MaxTTL ?? year,
  ].map(known)
  return typeof min === 'number' && typeof byDefault === 'number' && typeof max === 'number'
    ? { min, default: byDefault, max }
    : undefined
}

/** Caching is disabled where all three TTLs are 0; a default of 0 alone is not that. */
export const isCachingDisabled = ({ min, default: byDefault, max }: Ttls): boolean =>
  min === 0 && byDefault === 0 && max === 0
