/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/request-static-ips.html */
import type { AnycastIpList, CloudFront } from '@aws-sdk/client-cloudfront'
import { changeable, settingsOf, untilStatus } from './flat.ts'
import { as, type Input, namedDriver } from './named.ts'
import { type TaggableDriver, tagsInput } from './tagged.ts'

const deploymentLimit = 30 * 60_000

/** What was asked for stands within what came of it. */
function settings(list: AnycastIpList | undefined) {
  const ipam = list?.IpamConfig?.IpamCidrConfigs?.map(({ AnycastIp: _, Status: __, ...asked }) => asked)
  return list && { ...settingsOf(list, ['AnycastIps', 'IpamConfig']), ...(ipam && { IpamCidrConfigs: ipam }) }
}

export const anycastIpListDriver = (aws: CloudFront): TaggableDriver =>
  namedDriver({
    type: 'AnycastIpList',
    async list(Marker) {
      const { AnycastIpLists: page } = await aws.listAnycastIpLists(Marker ? { Marker } : {})
      const items = (page?.Items ?? []).map(({ Id, Name, Arn }) => ({ id: Id, name: Name, arn: Arn }))
      return { items, next: page?.NextMarker }
    },
    async get(Id) {
      const { AnycastIpList: list, ETag } = await aws.getAnycastIpList({ Id })
      return { id: list?.Id, arn: list?.Arn, etag: ETag, config: settings(list) }
    },
    async create(config, _, tags) {
      const { AnycastIpList: list, ETag } = await aws.createAnycastIpList({
        ...as<Input<'createAnycastIpList'>>(config),
        ...tagsInput(tags),
      })
      return { id: list?.Id, arn: list?.Arn, etag: ETag, config }
    },
    async update(Id, IfMatch, config) {
      const { AnycastIpList: list, ETag } = await aws.updateAnycastIpList({
        ...as<Input<'updateAnycastIpList'>>(changeable(config, ['Name', 'IpCount'])),
        Id,
        IfMatch,
      })
      return { id: Id, arn: list?.Arn, etag: ETag, config }
    },
    delete: (Id, IfMatch) => aws.deleteAnycastIpList({ Id, IfMatch }),
    ready: (Id) =>
      untilStatus(`Deploying the Anycast IP list “${Id}”`, deploymentLimit, 'Deployed', async () => ({
        status: (await aws.getAnycastIpList({ Id })).AnycastIpList?.Status,
      })),
  })
