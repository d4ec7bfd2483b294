import type { CloudFront, DistributionConfig } from '@aws-sdk/client-cloudfront'
import { attempt, unlessAbsent } from '#aws/errors.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure, type ResourceDriver } from '#core/plan/apply.ts'
import type { Live } from '#core/plan/plan.ts'

/** The same for the same design, so that a run that was cut off finds what it had made. */
const referenceOf = (id: LogicalId, config: JsonObject): string => {
  const given = config['CallerReference']
  return typeof given === 'string' && given !== '' ? given : `frontage-${id}`
}

/** A distribution: known by its id, or by the caller reference that it was created with. */
export function distributionDriver(aws: CloudFront): ResourceDriver {
  async function read(Id: string): Promise<Live | undefined> {
    const reply = await unlessAbsent(`Reading the distribution “${Id}”`, () =>
      aws.getDistributionConfig({ Id }),
    )
    if (!reply) return undefined
    const { DistributionConfig: config, ETag: etag } = reply
    if (!config || etag === undefined)
      throw new DriverFailure(`The answer for the distribution “${Id}” lacks its config or its ETag.`)
    // What the SDK parsed is JSON.
    return { physicalId: Id, etag, config: config as unknown as JsonObject }
  }

  return {
    type: 'Distribution',
    read,
    async find(id, config) {
      const wanted = referenceOf(id, config)
      let Marker: string | undefined
      do {
        const page = await attempt('Listing distributions', () =>
          aws.listDistributions(Marker ? { Marker } : {}),
        )
        for (const { Id } of page.DistributionList?.Items ?? []) {
          const live = Id === undefined ? undefined : await read(Id)
          if (live?.config['CallerReference'] === wanted) return live
        }
        Marker = page.DistributionList?.NextMarker
      } while (Marker !== undefined && Marker !== '')
      return undefined
    },
    async create(id, config) {
      const complete = { ...config, CallerReference: referenceOf(id, config) }
      // The plan has made the API's shape of it.
      const input = { DistributionConfig: complete as unknown as DistributionConfig }
      const { Distribution: made, ETag: etag } = await attempt(`Creating “${id}”`, () =>
        aws.createDistribution(input),
      )
      if (made?.Id === undefined || etag === undefined)
        throw new DriverFailure(`The answer for “${id}” lacks its id or ETag.`)
      return { physicalId: made.Id, etag, config: complete, ...(made.ARN !== undefined && { arn: made.ARN }) }
    },
    async update({ physicalId, etag, config: before }, config) {
      const complete = { ...config, CallerReference: before['CallerReference'] ?? '' }
      const { ETag } = await attempt(`Changing the distribution “${physicalId}”`, () =>
        aws.updateDistribution({
          Id: physicalId,
          IfMatch: etag,
          DistributionConfig: complete as unknown as DistributionConfig,
        }),
      )
      return { physicalId, etag: ETag ?? '', config: complete }
    },
    async isDeployed(Id) {
      const { Distribution: now } = await attempt(`Asking for “${Id}”`, () => aws.getDistribution({ Id }))
      return now?.Status === 'Deployed'
    },
  }
}
