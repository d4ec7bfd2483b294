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

const namesIn = (list: unknown, field?: string): string[] => {
  const items = (list as { Items?: readonly unknown[] } | undefined)?.Items ?? []
  return items.map((item) => String(field === undefined ? item : (item as Record<string, unknown>)[field]))
}

/** Two designs may call their distributions alike; they are one site only where an origin or a name is the same. */
function isSameSite(live: JsonObject, wanted: JsonObject): boolean {
  const known = new Set([...namesIn(live['Origins'], 'DomainName'), ...namesIn(live['Aliases'])])
  return [...namesIn(wanted['Origins'], 'DomainName'), ...namesIn(wanted['Aliases'])].some((name) =>
    known.has(name),
  )
}

const anotherSite = (id: LogicalId, { physicalId }: Live) =>
  new DriverFailure(
    `“${id}”: the account has the distribution “${physicalId}” that Frontage made under this name, and none of its origins and names are this design's. Rename the resource to create another, or give its id (--id ${physicalId}) to change that one.`,
  )

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
          if (live?.config['CallerReference'] !== wanted) continue
          if (config['CallerReference'] === undefined && !isSameSite(live.config, config))
            throw anotherSite(id, live)
          return live
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
