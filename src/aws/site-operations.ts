import type { CloudFront } from '@aws-sdk/client-cloudfront'
import type { Invalidation, SiteOperations } from '#core/plan/site-operations.ts'
import { attempt } from './errors.ts'

const invalidationOf = (
  one: { Id?: string | undefined; Status?: string | undefined } | undefined,
): Invalidation => ({
  id: one?.Id ?? '',
  status: one?.Status === 'Completed' ? 'Completed' : 'InProgress',
})

export const siteOperations = (aws: CloudFront): SiteOperations => ({
  async invalidate(DistributionId, paths, CallerReference) {
    const Paths = { Quantity: paths.length, Items: [...paths] }
    const { Invalidation: made } = await attempt(`Invalidating “${DistributionId}”`, () =>
      aws.createInvalidation({ DistributionId, InvalidationBatch: { CallerReference, Paths } }),
    )
    return invalidationOf(made)
  },
  async invalidation(DistributionId, Id) {
    const { Invalidation: now } = await attempt(`Asking for the invalidation “${Id}”`, () =>
      aws.getInvalidation({ DistributionId, Id }),
    )
    return invalidationOf(now)
  },
  /** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateDistributionWithStagingConfig.html */
  async promote(primary, staging) {
    await attempt(`Promoting “${staging.physicalId}” to “${primary.physicalId}”`, () =>
      aws.updateDistributionWithStagingConfig({
        Id: primary.physicalId,
        StagingDistributionId: staging.physicalId,
        IfMatch: `${primary.etag}, ${staging.etag}`,
      }),
    )
  },
})
