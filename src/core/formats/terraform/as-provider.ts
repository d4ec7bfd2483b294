/**
 * What Terraform's provider sends for what a resource says (internal/service/cloudfront/distribution.go of
 * hashicorp/terraform-provider-aws): defaults of its own, and arguments that it leaves aside.
 */
import { isExpression, isSaid } from '#core/model/field.ts'
import { kinds } from './spelling.ts'

type Fields = { [name: string]: unknown }

/** Adds what the provider sends where a resource does not say it, in place. */
export function complete(type: string, config: Fields): void {
  const { type: own, fixed = {} } = kinds[type] ?? {}
  for (const [name, value] of Object.entries(fixed)) config[name] ??= value
  if (own === 'Distribution') {
    completeOrigins(config)
    leaveTtlsToPolicies(config)
    leaveOneCertificate(config['ViewerCertificate'])
    leaveOutNoCodes(config['CustomErrorResponses'])
  }
  if (type !== 'aws_cloudfront_function') return
  config['AutoPublish'] ??= true
  config['FunctionConfig'] ??= {}
  const settings = config['FunctionConfig']
  if (!isExpression(settings)) (settings as Fields)['Comment'] ??= ''
}

const ttls = ['MinTTL', 'DefaultTTL', 'MaxTTL'] as const

/**
 * The provider sends a behavior's TTLs only where it has no cache policy (its expandDefaultCacheBehavior and
 * expandCacheBehavior), so beside one they say nothing.
 */
function leaveTtlsToPolicies({ DefaultCacheBehavior: byDefault, CacheBehaviors: ordered }: Fields): void {
  const behaviors = [byDefault, ...(Array.isArray(ordered) ? ordered : [])]
  for (const behavior of behaviors as (Fields | undefined)[]) {
    if (behavior === undefined || isExpression(behavior) || !isSaid(behavior['CachePolicyId'])) continue
    for (const name of ttls) delete behavior[name]
  }
}

/** The provider sends an empty S3 origin where an origin has no config of its own. */
function completeOrigins(config: Fields): void {
  const { Origins: origins } = config
  for (const origin of Array.isArray(origins) ? (origins as Fields[]) : []) {
    if (isExpression(origin)) continue
    const kinds = ['S3OriginConfig', 'CustomOriginConfig', 'VpcOriginConfig']
    if (kinds.every((kind) => origin[kind] === undefined))
      origin['S3OriginConfig'] = { OriginAccessIdentity: '' }
  }
}

/**
 * The provider sends one certificate: IAM's where its id is said, else ACM's, else the default one; without one of
 * the first two no SSL support method either (its expandViewerCertificate).
 */
function leaveOneCertificate(certificate: unknown): void {
  if (typeof certificate !== 'object' || certificate === null || isExpression(certificate)) return
  const said = certificate as Fields
  const sources = ['IAMCertificateId', 'ACMCertificateArn', 'CloudFrontDefaultCertificate']
  const first = sources.findIndex((name) => said[name] !== '' && said[name] !== undefined)
  const isCertain = first >= 0 && isSaid(said[sources[first] ?? ''])
  for (const [index, name] of sources.entries())
    if (said[name] === '' || (isCertain && index > first)) delete said[name]
  const isDefault = said['IAMCertificateId'] === undefined && said['ACMCertificateArn'] === undefined
  if (isDefault) delete said['SSLSupportMethod']
}

/** A code of 0 says that the error keeps its own (its expandCustomErrorResponse). */
function leaveOutNoCodes(responses: unknown): void {
  for (const response of Array.isArray(responses) ? (responses as Fields[]) : [])
    if (!isExpression(response) && response['ResponseCode'] === '0') delete response['ResponseCode']
}
