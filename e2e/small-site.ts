/** The smallest site there can be, as a template: one server behind one behavior, and what a test adds to them. */

const behavior = {
  TargetOriginId: 'web',
  ViewerProtocolPolicy: 'redirect-to-https',
  CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
}
const disabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

interface More {
  /** Fields of its origin. */
  readonly origin?: object
  /** Path patterns of behaviors that cache nothing. */
  readonly uncached?: readonly string[]
}

export const smallSite = ({ origin = {}, uncached = [] }: More = {}): string => {
  const config = {
    Enabled: true,
    Origins: [
      {
        Id: 'web',
        DomainName: 'web.example.org',
        CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
        ...origin,
      },
    ],
    DefaultCacheBehavior: behavior,
    ...(uncached.length > 0 && {
      CacheBehaviors: uncached.map((PathPattern) => ({ PathPattern, ...behavior, CachePolicyId: disabled })),
    }),
  }
  const Site = { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig: config } }
  return JSON.stringify({ Resources: { Site } })
}
