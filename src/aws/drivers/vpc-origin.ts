/** VPC origins: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { as, namedDriver, until } from './named.ts'
import { type TaggableDriver, tagsInput } from './tagged.ts'

const deploymentLimit = 20 * 60_000

export function vpcOriginDriver(aws: CloudFront): TaggableDriver {
  const isDeployed = async (Id: string): Promise<boolean> =>
    (await aws.getVpcOrigin({ Id })).VpcOrigin?.Status === 'Deployed'
  const named = namedDriver({
    type: 'VpcOrigin',
    async list(Marker) {
      const { VpcOriginList: page } = await aws.listVpcOrigins(Marker ? { Marker } : {})
      return {
        items: (page?.Items ?? []).map(({ Id, Name }) => ({ id: Id, name: Name })),
        next: page?.NextMarker,
      }
    },
    async get(Id) {
      const { VpcOrigin: origin, ETag: etag } = await aws.getVpcOrigin({ Id })
      return { id: Id, arn: origin?.Arn, etag, config: origin?.VpcOriginEndpointConfig }
    },
    async create(config, _, tags) {
      const { VpcOrigin: origin, ETag: etag } = await aws.createVpcOrigin({
        VpcOriginEndpointConfig: as(config),
        ...tagsInput(tags),
      })
      return { id: origin?.Id, arn: origin?.Arn, etag, config }
    },
    async update(Id, IfMatch, config) {
      const { VpcOrigin: origin, ETag: etag } = await aws.updateVpcOrigin({
        Id,
        IfMatch,
        VpcOriginEndpointConfig: as(config),
      })
      return { id: Id, arn: origin?.Arn, etag, config }
    },
    delete: (Id, IfMatch) => aws.deleteVpcOrigin({ Id, IfMatch }),
    // A distribution can use it only once its network interface is there.
    ready: (Id) => until(`Deploying the VPC origin “${Id}”`, deploymentLimit, () => isDeployed(Id)),
  })
  return { ...named, isDeployed }
}
