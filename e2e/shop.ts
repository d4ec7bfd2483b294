/** A site of the size that people have, for pictures: its own policies and a function, nine behaviors, three origins. */
const managed = {
  optimized: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  disabled: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  allViewer: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
}
const images = { Ref: 'Images' }
const rewrite = [
  { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Rewrite', 'FunctionMetadata.FunctionARN'] } },
]

const behavior = (path: string, origin: string, cache: unknown, more: object = {}) => ({
  PathPattern: path,
  TargetOriginId: origin,
  ViewerProtocolPolicy: 'redirect-to-https',
  CachePolicyId: cache,
  Compress: true,
  ...more,
})
const uncached = {
  AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
  OriginRequestPolicyId: managed.allViewer,
}
const server = (id: string, host: string) => ({
  Id: id,
  DomainName: host,
  CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
})

const cacheKey = {
  EnableAcceptEncodingGzip: true,
  EnableAcceptEncodingBrotli: true,
  HeadersConfig: { HeaderBehavior: 'none' },
  CookiesConfig: { CookieBehavior: 'none' },
  QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['width', 'format'] },
}

const code = `function handler(event) {
  const request = event.request
  if (request.uri.endsWith('/')) request.uri += 'index.html'
  else if (!request.uri.includes('.')) request.uri += '/index.html'
  return request
}
`

export const shop = JSON.stringify({
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: {
    Images: {
      Type: 'AWS::CloudFront::CachePolicy',
      Properties: {
        CachePolicyConfig: {
          Name: 'images',
          MinTTL: 0,
          DefaultTTL: 604_800,
          MaxTTL: 31_536_000,
          ParametersInCacheKeyAndForwardedToOrigin: cacheKey,
        },
      },
    },
    Rewrite: {
      Type: 'AWS::CloudFront::Function',
      Properties: {
        Name: 'rewrite',
        FunctionCode: code,
        FunctionConfig: { Comment: 'adds index.html', Runtime: 'cloudfront-js-2.0' },
        AutoPublish: true,
      },
    },
    Shop: {
      Type: 'AWS::CloudFront::Distribution',
      Properties: {
        DistributionConfig: {
          Enabled: true,
          HttpVersion: 'http2and3',
          Origins: [
            server('pages', 'pages.example.com'),
            server('images', 'images.example.com'),
            server('api', 'api.example.com'),
          ],
          DefaultCacheBehavior: {
            ...behavior('*', 'pages', managed.optimized, { FunctionAssociations: rewrite }),
            PathPattern: undefined,
          },
          CacheBehaviors: [
            behavior('/assets/*', 'pages', managed.optimized),
            behavior('/images/*', 'images', images),
            behavior('*.webp', 'images', images),
            behavior('/api/*', 'api', managed.disabled, uncached),
            behavior('/graphql', 'api', managed.disabled, uncached),
            behavior('/checkout/*', 'api', managed.disabled, uncached),
            behavior('/api/health', 'api', managed.disabled),
            behavior('/docs/*', 'pages', managed.optimized, { FunctionAssociations: rewrite }),
          ],
        },
      },
    },
  },
})
