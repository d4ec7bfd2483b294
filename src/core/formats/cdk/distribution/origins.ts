/** Origins of a `Distribution` with the library's package of origins. */

import { isCall, isMap, propsText, quoted } from '#core/formats/cdk/text.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { said } from '#core/ground/said.ts'
import { listAt, type Making, mapAt, type Part, Parts } from './parts.ts'

export interface MadeOrigin {
  /** The expression that names it in behaviors. */
  readonly code: string
  readonly gives: TreeMap
}

const protocols = { 'http-only': 'HTTP_ONLY', 'https-only': 'HTTPS_ONLY', 'match-viewer': 'MATCH_VIEWER' }
const tlsVersions: Readonly<Record<string, string>> = {
  SSLv3: 'SSL_V3',
  TLSv1: 'TLS_V1',
  'TLSv1.1': 'TLS_V1_1',
  'TLSv1.2': 'TLS_V1_2',
}

/** Headers that the library refuses, as CloudFront does. */
const refused =
  /^(cache-control|connection|content-length|cookie|host|if-.*|max-forwards|pragma|proxy-.*|range|request-range|te|trailer|transfer-encoding|upgrade|via|x-real-ip|x-amz-.*|x-edge-.*|\d+)$/i

function headersText(origin: TreeMap, { expressions }: Making): string | undefined {
  const headers = listAt(origin, 'OriginCustomHeaders').map((header): [string, string] | undefined => {
    const { HeaderName: name, HeaderValue: value = null } = isMap(header) ? header : {}
    const code = expressions.text(value)
    return typeof name === 'string' && code !== undefined && !refused.test(name) ? [name, code] : undefined
  })
  const known = headers.flatMap((header) => (header ? [header] : []))
  const isWhole =
    known.length === headers.length && new Set(known.map(([name]) => name)).size === known.length
  return isWhole && known.length > 0
    ? `{ ${known.map(([name, code]) => `${quoted(name)}: ${code}`).join(', ')} }`
    : undefined
}

const atLeastOne = (value: number) => value >= 1

/** What every origin has. */
function common(origin: TreeMap, making: Making): Part {
  const shield = mapAt(origin, 'OriginShield')
  const { OriginPath: path } = origin
  const parts = new Parts(origin, making)
    .text('Id', 'originId')
    .number('ConnectionAttempts', 'connectionAttempts', (value) => [1, 2, 3].includes(value))
    .seconds('ConnectionTimeout', 'connectionTimeout', (value) => value >= 1 && value <= 10)
    .seconds('ResponseCompletionTimeout', 'responseCompletionTimeout', (value) => value >= 1 && value <= 3600)
    .text('OriginAccessControlId', 'originAccessControlId')
    .say('OriginCustomHeaders', 'customHeaders', headersText(origin, making))
  if (typeof path === 'string' && /^\/.*[^/]$/.test(path)) parts.text('OriginPath', 'originPath')
  const region = shield['OriginShieldRegion']
  if (shield['Enabled'] === true && region !== undefined)
    parts.say('OriginShield', 'originShieldRegion', making.expressions.text(region))
  else if (shield['Enabled'] === false)
    parts.say('OriginShield', 'originShieldEnabled', 'false', { Enabled: false })
  return parts.part()
}

function versionsText(config: TreeMap): string | undefined {
  const versions = listAt(config, 'OriginSSLProtocols').map((each) =>
    typeof each === 'string' && Object.hasOwn(tlsVersions, each)
      ? `cloudfront.OriginSslPolicy.${tlsVersions[each]}`
      : undefined,
  )
  return versions.length > 0 && !versions.includes(undefined) ? `[${versions.join(', ')}]` : undefined
}

const isPort = (value: number) =>
  Number.isInteger(value) && (value === 80 || value === 443 || (value >= 1024 && value <= 65_535))

function httpOrigin(origin: TreeMap, making: Making): MadeOrigin | undefined {
  const host = making.expressions.text(origin['DomainName'] ?? null)
  const config = mapAt(origin, 'CustomOriginConfig')
  if (host === undefined) return undefined
  const own = new Parts(config, making)
    .member('OriginProtocolPolicy', 'protocolPolicy', 'OriginProtocolPolicy', protocols)
    .number('HTTPPort', 'httpPort', isPort)
    .number('HTTPSPort', 'httpsPort', isPort)
    .say('OriginSSLProtocols', 'originSslProtocols', versionsText(config))
    .seconds('OriginReadTimeout', 'readTimeout', atLeastOne)
    .seconds('OriginKeepaliveTimeout', 'keepaliveTimeout', atLeastOne)
    .always('OriginSSLProtocols', ['TLSv1.2'])
    .always('OriginProtocolPolicy', 'https-only')
    .part()
  const { OriginReadTimeout: read, ...rest } = own.gives
  const completion = origin['ResponseCompletionTimeout']
  // The library refuses the two where the whole takes less than its part.
  if (typeof completion === 'number' && typeof read === 'number' && completion < read) return undefined
  const { props, gives } = common(origin, making)
  return {
    code: `new origins.HttpOrigin(${host}, ${propsText([...props, ...own.props], '    ')})`,
    gives: {
      ...gives,
      DomainName: origin['DomainName'] ?? '',
      CustomOriginConfig: { ...rest, ...(read !== undefined && { OriginReadTimeout: read }) },
    },
  }
}

/** The bucket behind a domain name: a resource of the stack, or a name. */
function bucketName(host: Tree | undefined, { expressions }: Making): string | undefined {
  if (typeof host === 'string') {
    const name = /^([a-z0-9][a-z0-9.-]*)\.s3[.-]/.exec(host)?.[1]
    return name && quoted(name)
  }
  const path = isMap(host) && isCall(host) ? host['Fn::GetAtt'] : undefined
  const [id, attribute] = Array.isArray(path) ? path : []
  return typeof id === 'string' && /DomainName$/.test(String(attribute))
    ? expressions.text({ Ref: id })
    : undefined
}

function bucketOrigin(origin: TreeMap, making: Making): MadeOrigin | undefined {
  const host = making.expressions.text(origin['DomainName'] ?? null)
  const name = bucketName(origin['DomainName'], making)
  if (host === undefined || name === undefined) return undefined
  const attributes = propsText(
    [
      ['bucketName', name],
      ['bucketRegionalDomainName', host],
    ],
    '    ',
  )
  const bucket = making.declare(
    `${said(origin['Id'])}Bucket`,
    (construct) => `s3.Bucket.fromBucketAttributes(this, ${quoted(construct)}, ${attributes})`,
  )
  making.modules.add('s3')
  const { props, gives } = common(origin, making)
  return {
    code: `origins.S3BucketOrigin.withBucketDefaults(${bucket}, ${propsText(props, '    ')})`,
    gives: { ...gives, DomainName: origin['DomainName'] ?? '', S3OriginConfig: { OriginAccessIdentity: '' } },
  }
}

function vpcOrigin(origin: TreeMap, making: Making): MadeOrigin | undefined {
  const config = mapAt(origin, 'VpcOriginConfig')
  const host = making.expressions.text(origin['DomainName'] ?? null)
  const id = making.expressions.text(config['VpcOriginId'] ?? null)
  if (host === undefined || id === undefined) return undefined
  const own = new Parts(config, making)
    .seconds('OriginReadTimeout', 'readTimeout', atLeastOne)
    .seconds('OriginKeepaliveTimeout', 'keepaliveTimeout', atLeastOne)
    .part()
  const behind = making.declare(
    `${said(origin['Id'])}VpcOrigin`,
    (construct) => `cloudfront.VpcOrigin.fromVpcOriginId(this, ${quoted(construct)}, ${id})`,
  )
  const { props, gives } = common(origin, making)
  const all = propsText([['domainName', host], ...props, ...own.props], '    ')
  return {
    code: `origins.VpcOrigin.withVpcOrigin(${behind}, ${all})`,
    gives: {
      ...gives,
      DomainName: origin['DomainName'] ?? '',
      VpcOriginConfig: { VpcOriginId: config['VpcOriginId'] ?? '', ...own.gives },
    },
  }
}

/** An origin as the package makes it; undefined where it has none that is like it. */
export function madeOrigin(origin: Tree, making: Making): MadeOrigin | undefined {
  if (!isMap(origin) || typeof origin['Id'] !== 'string') return undefined
  const kinds = ['CustomOriginConfig', 'S3OriginConfig', 'VpcOriginConfig'].filter((name) =>
    isMap(origin[name]),
  )
  if (kinds.length !== 1) return undefined
  const make = { CustomOriginConfig: httpOrigin, S3OriginConfig: bucketOrigin, VpcOriginConfig: vpcOrigin }
  return make[kinds[0] as keyof typeof make](origin, making)
}
