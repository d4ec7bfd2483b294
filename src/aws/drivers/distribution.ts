import type { CloudFront, DistributionConfig } from '@aws-sdk/client-cloudfront'
import { attempt, deletion, unlessAbsent } from '#aws/errors.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { DriverFailure, type ResourceDriver } from '#core/plan/driver.ts'
import type { Live } from '#core/plan/resolve.ts'
import { isSameSite, siteMark } from '#core/plan/site.ts'
import { afterwards, as, listedPage, pagesOf, until } from './named.ts'

/** The same for the same design, so that a run that was cut off finds what it had made. */
const referenceOf = (id: LogicalId, config: JsonObject): string => {
  const given = config['CallerReference']
  return typeof given === 'string' && given !== '' ? given : `frontage-${id}-${siteMark(config)}`
}

/** The reference is this design's own, or another of Frontage's under the same name for the same site. */
const isOwn = (id: LogicalId, live: JsonObject, wanted: JsonObject): boolean => {
  const reference = String(live['CallerReference'])
  if (reference === referenceOf(id, wanted)) return true
  const isOfName =
    reference === `frontage-${id}` || /^-[0-9a-f]{8}$/.test(reference.replace(`frontage-${id}`, ''))
  return wanted['CallerReference'] === undefined && isOfName && isSameSite(live, wanted)
}

const several = (id: LogicalId, found: readonly Live[]) =>
  new DriverFailure(
    `“${id}” may be any of the distributions ${found.map(({ physicalId }) => physicalId).join(', ')}, which share its origins; say which with --id.`,
  )
const disablingLimit = 30 * 60_000

/** A distribution: known by its id, or by the caller reference that it was created with. */
export function distributionDriver(aws: CloudFront): ResourceDriver {
  async function read(Id: string): Promise<Live | undefined> {
    const reply = await unlessAbsent(`Reading the distribution “${Id}”`, () => aws.getDistribution({ Id }))
    if (!reply) return undefined
    const { Distribution: found, ETag: etag } = reply
    if (!found?.DistributionConfig || etag === undefined)
      throw new DriverFailure(`The answer for the distribution “${Id}” lacks its config or its ETag.`)
    return {
      physicalId: Id,
      etag,
      // What the SDK parsed is JSON.
      config: found.DistributionConfig as unknown as JsonObject,
      ...(found.ARN !== undefined && { arn: found.ARN }),
      ...(found.DomainName !== undefined && { domainName: found.DomainName }),
    }
  }

  async function isDeployed(Id: string): Promise<boolean> {
    const { Distribution: now } = await attempt(`Asking for “${Id}”`, () => aws.getDistribution({ Id }))
    return now?.Status === 'Deployed'
  }

  async function list(Marker: string | undefined) {
    const { DistributionList: page } = await aws.listDistributions(Marker ? { Marker } : {})
    const items = (page?.Items ?? []).map(({ Id, Aliases, Comment, DomainName }) => ({
      id: Id,
      domainName: DomainName,
      name: [Aliases?.Items?.join(', '), Comment, DomainName].find(
        (name) => name !== undefined && name !== '',
      ),
    }))
    return { items, next: page?.NextMarker }
  }

  async function update(
    { physicalId, etag, config: before, ...rest }: Live,
    config: JsonObject,
  ): Promise<Live> {
    const complete = { ...config, CallerReference: before['CallerReference'] ?? '' }
    const { ETag } = await attempt(`Changing the distribution “${physicalId}”`, () =>
      aws.updateDistribution({
        Id: physicalId,
        IfMatch: etag,
        DistributionConfig: as<DistributionConfig>(complete),
      }),
    )
    return { ...rest, physicalId, etag: ETag ?? '', config: complete }
  }

  return {
    type: 'Distribution',
    read,
    isDeployed,
    update,
    async find(id, config) {
      const found: Live[] = []
      for await (const items of pagesOf('Distribution', list))
        for (const { id: physicalId } of items) {
          const live = physicalId === undefined ? undefined : await read(physicalId)
          if (!live || !isOwn(id, live.config, config)) continue
          if (live.config['CallerReference'] === referenceOf(id, config)) return live
          found.push(live)
        }
      if (found.length > 1) throw several(id, found)
      return found[0]
    },
    async create(id, config) {
      // A continuous deployment policy can be attached only to a distribution that exists.
      const { ContinuousDeploymentPolicyId: policy, ...first } = config
      const complete: JsonObject = { ...first, CallerReference: referenceOf(id, config) }
      const { Distribution: made, ETag: etag } = await attempt(`Creating “${id}”`, () =>
        aws.createDistribution({ DistributionConfig: as<DistributionConfig>(complete) }),
      )
      if (made?.Id === undefined || etag === undefined)
        throw new DriverFailure(`The answer for “${id}” lacks its id or ETag.`)
      const live: Live = {
        physicalId: made.Id,
        etag,
        config: complete,
        ...(made.ARN !== undefined && { arn: made.ARN }),
        ...(made.DomainName !== undefined && { domainName: made.DomainName }),
      }
      if (policy === undefined || policy === '') return live
      return afterwards(() => update(live, { ...complete, ContinuousDeploymentPolicyId: policy }))
    },
    /** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowToDeleteDistribution.html */
    async delete(live) {
      const disabled =
        live.config['Enabled'] === true ? await update(live, { ...live.config, Enabled: false }) : live
      const { physicalId: Id } = live
      await until(`Disabling the distribution “${Id}”`, disablingLimit, () => isDeployed(Id))
      await deletion(`the distribution “${Id}”`, () => aws.deleteDistribution({ Id, IfMatch: disabled.etag }))
    },
    list: async (marker) => listedPage(await attempt('Listing distributions', () => list(marker))),
  }
}
