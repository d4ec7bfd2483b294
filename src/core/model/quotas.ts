/** CloudFront's quotas, as of 2026-08: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
import quotas from './quotas.json' with { type: 'json' }

export type QuotaName = keyof typeof quotas

export interface Quota {
  readonly value: number | string | boolean | readonly (string | number)[]
  readonly unit: string
  /** True where AWS raises it on request. */
  readonly adjustable: boolean
}

export const quota = (name: QuotaName): Quota => quotas[name] as Quota

/** The number of a quota that is one. */
export function quotaNumber(name: QuotaName): number {
  const { value } = quota(name)
  if (typeof value !== 'number') throw new Error(`The quota ${name} is not a number.`)
  return value
}
