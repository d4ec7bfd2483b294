/**
 * How CloudFront connects to an origin.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginProtocolPolicy
 */
import { behaviorsOf } from '#core/model/distribution.ts'
import type { Origin } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { originsBehind, type PlacedDistribution } from './walk.ts'

export interface OriginPort {
  readonly protocol: 'http' | 'https'
  readonly port: number
  /** The field that says the protocol or the port. */
  readonly field: 'HTTPPort' | 'HTTPSPort'
}

/** The ports that requests come in on for sure; none where the deployment decides it. */
export function portsAsked(distribution: PlacedDistribution, origin: Origin): readonly OriginPort[] {
  const config = known(origin.CustomOriginConfig)
  if (!config) return []
  const { HTTPPort: http = 80, HTTPSPort: https = 443, OriginProtocolPolicy: policy } = config
  const asked = (protocol: 'http' | 'https', port: unknown): OriginPort[] =>
    typeof port === 'number'
      ? [{ protocol, port, field: protocol === 'http' ? 'HTTPPort' : 'HTTPSPort' }]
      : []
  if (policy === 'http-only') return asked('http', http)
  if (policy === 'https-only') return asked('https', https)
  if (policy !== 'match-viewer') return []
  const behaviors = behaviorsOf(distribution)
    .map(({ behavior }) => behavior)
    .filter((behavior) => originsBehind({ distribution, behavior }).some(({ value }) => value === origin))
  const viewers = behaviors.map(({ ViewerProtocolPolicy }) => known(ViewerProtocolPolicy))
  return [
    ...(viewers.includes('allow-all') ? asked('http', http) : []),
    ...(viewers.some((one) => one !== undefined) ? asked('https', https) : []),
  ]
}
