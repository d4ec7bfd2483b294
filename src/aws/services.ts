/**
 * Clients of the services beside CloudFront. What CloudFront can use of them lives in us-east-1, buckets aside:
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html
 */
import { ACM, type ACMClientConfig } from '@aws-sdk/client-acm'
import { CloudWatch } from '@aws-sdk/client-cloudwatch'
import { Lambda } from '@aws-sdk/client-lambda'
import { Route53 } from '@aws-sdk/client-route-53'
import { S3 } from '@aws-sdk/client-s3'
import { WAFV2 } from '@aws-sdk/client-wafv2'

export interface ServiceAccess {
  /** An emulator has every service at one endpoint. */
  readonly endpoint?: string | undefined
  readonly credentials: NonNullable<ACMClientConfig['credentials']>
}

export const services = ({ endpoint, credentials }: ServiceAccess) => {
  const common = {
    region: 'us-east-1',
    credentials,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    ...(endpoint !== undefined && { endpoint }),
  }
  return {
    acm: new ACM(common),
    cloudwatch: new CloudWatch(common),
    lambda: new Lambda(common),
    route53: new Route53(common),
    wafv2: new WAFV2(common),
    s3: new S3({ ...common, followRegionRedirects: true, forcePathStyle: endpoint !== undefined }),
  }
}
export type Services = ReturnType<typeof services>
