import type { CloudFront, DistributionConfig } from '@aws-sdk/client-cloudfront'
import { attempt, deletion, unlessAbsent } from '#aws/errors.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { isMadeFor, keepingReference, referenceOf } from '#core/plan/caller-reference.ts'
import { type Candidate, DriverFailure } from '#core/plan/driver.ts'
import type { Live } from '#core/plan/resolve.ts'
import { aliasesOf, hostsOf, share } from '#core/plan/site.ts'
import { afterwards, as, listedPage, pagesOf, until } from './named.ts'
import { type TaggableDriver, tagsInput } from './tagged.ts'

const disablingLimit = 30 * 60_000

const looksNear = (summary: JsonObject, config: JsonObject): boolean =>
  share(aliasesOf(summary), aliasesOf(config)) || share(hostsOf(summary), hostsOf(config))

/** What speaks for a distribution of the account; nothing where it is another site's. */
function relationOf(id: LogicalId, live: JsonObject, config: JsonObject): Candidate['by'] | undefined {
  const reference = referenceOf(config)
  if (reference !== undefined && referenceOf(live) === reference) return 'reference'
  if (share(aliasesOf(live), aliasesOf(config))) return 'name'
  return isMadeFor(id, live) && share(hostsOf(live), hostsOf(config)) ? 'likeness' : undefined
}

async function listed(aws: CloudFront, Marker: string | undefined) {
  const { DistributionList: page } = await aws.listDistributions(Marker ? { Marker } : {})
  const items = (page?.Items ?? []).map(({ Id, Aliases, Comment, DomainName, Origins }) => ({
    id: Id,
    // What the SDK parsed is JSON.
    summary: { Aliases, Origins } as unknown as JsonObject,
    domainName: DomainName,
    name: [Aliases?.Items?.join(', '), Comment, DomainName].find((name) => name !== undefined && name !== ''),
  }))
  return { items, next: page?.NextMarker }
}

/** A distribution: known by its id, or by the caller reference that it was created with. */
export function distributionDriver(aws: CloudFront): TaggableDriver {
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

  const list = (marker: string | undefined) => listed(aws, marker)

  async function update(
    { physicalId, etag, config: before, ...rest }: Live,
    config: JsonObject,
  ): Promise<Live> {
    const complete = keepingReference('Distribution', config, before)
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
    async candidates(id, config) {
      const reference = referenceOf(config)
      const found: Candidate[] = []
      for await (const items of pagesOf('Distribution', list))
        for (const { id: physicalId, summary } of items) {
          // A list does not tell caller references, so every distribution is read where one is asked for.
          const isNear = reference !== undefined || looksNear(summary, config)
          const live = isNear && physicalId !== undefined ? await read(physicalId) : undefined
          const by = live && relationOf(id, live.config, config)
          if (live && by) found.push({ live, by })
        }
      return found
    },
    async create(id, complete, tags) {
      // A continuous deployment policy can be attached only to a distribution that exists.
      const { ContinuousDeploymentPolicyId: policy, ...first } = complete
      const DistributionConfig = as<DistributionConfig>(first)
      const { Tags } = tagsInput(tags)
      const { Distribution: made, ETag: etag } = await attempt(`Creating “${id}”`, () =>
        Tags
          ? aws.createDistributionWithTags({ DistributionConfigWithTags: { DistributionConfig, Tags } })
          : aws.createDistribution({ DistributionConfig }),
      )
      if (made?.Id === undefined || etag === undefined)
        throw new DriverFailure(`The answer for “${id}” lacks its id or ETag.`)
      const live: Live = {
        physicalId: made.Id,
        etag,
        config: first,
        ...(made.ARN !== undefined && { arn: made.ARN }),
        ...(made.DomainName !== undefined && { domainName: made.DomainName }),
      }
      if (policy === undefined || policy === '') return live
      return afterwards(() => update(live, complete))
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
