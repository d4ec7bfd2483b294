/**
 * Names that move from one distribution to another: who has them, and taking them over in one step, without a time in
 * which nobody answers. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/alternate-domain-names-move.html
 */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { attempt, unlessAbsent } from './errors.ts'

/** Who has a name; of other accounts CloudFront tells a part of the ids. */
export interface Holder {
  readonly domain: string
  readonly type: string
  readonly id: string
  readonly account: string
}
export interface DnsState {
  readonly domain: string
  readonly status: string
  readonly reason?: string
}
/** A certificate that CloudFront asks ACM for in a tenant's name. */
export interface ManagedCertificate {
  readonly status: string
  readonly arn?: string
  /** Where a token must be answered, and from where it may be redirected. */
  readonly tokens: readonly { readonly domain: string; readonly from?: string; readonly to?: string }[]
}

const isTenant = (id: string) => id.startsWith('dt_')
const resourceOf = (id: string) => (isTenant(id) ? { DistributionTenantId: id } : { DistributionId: id })

export const domainOperations = (aws: CloudFront) => ({
  /** Who has the name, or one that overlaps with it, as far as the target's certificate proves that it is ours. */
  async holders(Domain: string, target: string): Promise<readonly Holder[]> {
    const { DomainConflicts = [] } = await attempt(`Asking who has “${Domain}”`, () =>
      aws.listDomainConflicts({ Domain, DomainControlValidationResource: resourceOf(target) }),
    )
    return DomainConflicts.map(
      ({ Domain: domain = '', ResourceType = '', ResourceId = '', AccountId = '' }) => ({
        domain,
        type: ResourceType,
        id: ResourceId,
        account: AccountId,
      }),
    )
  },
  /** Gives the name to the target; whoever has it now has it no longer. */
  async move(Domain: string, target: string): Promise<void> {
    const { ETag } = await attempt(`Reading “${target}”`, () =>
      isTenant(target)
        ? aws.getDistributionTenant({ Identifier: target })
        : aws.getDistribution({ Id: target }),
    )
    await attempt(`Moving “${Domain}” to “${target}”`, () =>
      aws.updateDomainAssociation({ Domain, TargetResource: resourceOf(target), IfMatch: ETag }),
    )
  },
  /** Whether the records of a tenant's names lead to CloudFront. */
  async dns(tenant: string): Promise<readonly DnsState[]> {
    const reply = await attempt(`Asking for the records of “${tenant}”`, () =>
      aws.verifyDnsConfiguration({ Identifier: tenant }),
    )
    return (reply.DnsConfigurationList ?? []).map(({ Domain = '', Status = '', Reason }) => ({
      domain: Domain,
      status: Status,
      ...(Reason !== undefined && Reason !== '' && { reason: Reason }),
    }))
  },
  async managedCertificate(tenant: string): Promise<ManagedCertificate | undefined> {
    const reply = await unlessAbsent(`Reading the managed certificate of “${tenant}”`, () =>
      aws.getManagedCertificateDetails({ Identifier: tenant }),
    )
    const details = reply?.ManagedCertificateDetails
    return (
      details && {
        status: details.CertificateStatus ?? 'none',
        ...(details.CertificateArn !== undefined && { arn: details.CertificateArn }),
        tokens: (details.ValidationTokenDetails ?? []).map(({ Domain = '', RedirectFrom, RedirectTo }) => ({
          domain: Domain,
          ...(RedirectFrom !== undefined && { from: RedirectFrom }),
          ...(RedirectTo !== undefined && { to: RedirectTo }),
        })),
      }
    )
  },
  /** Removes from the caches what a tenant's viewers were given. */
  async invalidateTenant(Id: string, paths: readonly string[], CallerReference: string): Promise<string> {
    const { Invalidation: made } = await attempt(`Invalidating “${Id}”`, () =>
      aws.createInvalidationForDistributionTenant({
        Id,
        InvalidationBatch: { CallerReference, Paths: { Quantity: paths.length, Items: [...paths] } },
      }),
    )
    return made?.Id ?? ''
  },
})
