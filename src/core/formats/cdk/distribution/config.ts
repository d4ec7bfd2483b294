/** What a `Distribution` says beside its behaviors. */
import { isMap, listText, propsText, quoted } from '#core/formats/cdk/text.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { listAt, type Making, mapAt, type Part, Parts } from './parts.ts'

const httpVersions = { 'http1.1': 'HTTP1_1', http2: 'HTTP2', http2and3: 'HTTP2_AND_3', http3: 'HTTP3' }
const priceClasses = {
  PriceClass_100: 'PRICE_CLASS_100',
  PriceClass_200: 'PRICE_CLASS_200',
  PriceClass_All: 'PRICE_CLASS_ALL',
}
const protocols: Readonly<Record<string, string>> = {
  SSLv3: 'SSL_V3',
  TLSv1: 'TLS_V1',
  TLSv1_2016: 'TLS_V1_2016',
  'TLSv1.1_2016': 'TLS_V1_1_2016',
  'TLSv1.2_2018': 'TLS_V1_2_2018',
  'TLSv1.2_2019': 'TLS_V1_2_2019',
  'TLSv1.2_2021': 'TLS_V1_2_2021',
  'TLSv1.2_2025': 'TLS_V1_2_2025',
  'TLSv1.3_2025': 'TLS_V1_3_2025',
}
const sslMethods = { 'sni-only': 'SNI', vip: 'VIP', 'static-ip': 'STATIC_IP' }

/** An ARN of another region is refused by the library, as it is by CloudFront. */
const isHere = (arn: Tree) =>
  typeof arn !== 'string' || !/^arn:/.test(arn) || /^arn:[^:]+:[^:]+:us-east-1:/.test(arn)

function certificate(config: TreeMap, making: Making): Part | undefined {
  const viewer = mapAt(config, 'ViewerCertificate')
  const { AcmCertificateArn: arn } = viewer
  const isArn = typeof arn !== 'string' || /^arn:[^:]+:acm:us-east-1:\d*:certificate\/./.test(arn)
  const code = arn === undefined || !isArn ? undefined : making.expressions.text(arn)
  if (arn === undefined || code === undefined) return undefined
  making.modules.add('acm')
  const own = making.declare(
    'Certificate',
    (construct) => `acm.Certificate.fromCertificateArn(this, ${quoted(construct)}, ${code})`,
  )
  const { props, gives } = new Parts(viewer, making)
    .say('AcmCertificateArn', 'certificate', own)
    .member('MinimumProtocolVersion', 'minimumProtocolVersion', 'SecurityPolicyProtocol', protocols)
    .member('SslSupportMethod', 'sslSupportMethod', 'SSLMethod', sslMethods)
    // Which of the two it is, flags of the program decide.
    .always('MinimumProtocolVersion', 'TLSv1.2_2019 or TLSv1.2_2021')
    .always('SslSupportMethod', 'sni-only')
    .part()
  return { props, gives: { ViewerCertificate: gives } }
}

function logging(config: TreeMap, making: Making): Part | undefined {
  const own = mapAt(config, 'Logging')
  const host = own['Bucket'] === undefined ? undefined : making.expressions.text(own['Bucket'])
  if (host === undefined || own['Bucket'] === '') return undefined
  making.modules.add('s3')
  const attributes = propsText(
    [
      ['bucketName', quoted('logs')],
      ['bucketRegionalDomainName', host],
    ],
    '    ',
  )
  const bucket = making.declare(
    'LogBucket',
    (construct) => `s3.Bucket.fromBucketAttributes(this, ${quoted(construct)}, ${attributes})`,
  )
  const { props, gives } = new Parts(own, making)
    .say('Bucket', 'logBucket', bucket)
    .text('Prefix', 'logFilePrefix')
    .boolean('IncludeCookies', 'logIncludesCookies')
    .part()
  return { props: [['enableLogging', 'true'], ...props], gives: { Logging: gives } }
}

function restrictions(config: TreeMap): Part | undefined {
  const { RestrictionType: type, Locations: places } = mapAt(mapAt(config, 'Restrictions'), 'GeoRestriction')
  const call = type === 'whitelist' ? 'allowlist' : type === 'blacklist' ? 'denylist' : undefined
  const isList = Array.isArray(places) && places.length > 0
  if (!isList || call === undefined || !places.every((place) => /^[A-Z]{2}$/.test(String(place))))
    return undefined
  const codes = places.map((place) => quoted(String(place))).join(', ')
  return {
    props: [['geoRestriction', `cloudfront.GeoRestriction.${call}(${codes})`]],
    gives: { Restrictions: { GeoRestriction: { RestrictionType: type ?? '', Locations: places } } },
  }
}

function errorResponse(response: Tree, making: Making): Part | undefined {
  if (!isMap(response)) return undefined
  const { ErrorCode: code, ResponsePagePath: page, ResponseCode: as } = response
  const parts = new Parts(response, making)
    .number('ErrorCode', 'httpStatus', () => true)
    .number('ResponseCode', 'responseHttpStatus', (value) => value > 0)
    .text('ResponsePagePath', 'responsePagePath')
    .seconds('ErrorCachingMinTTL', 'ttl', (value) => value >= 0)
  if (page !== undefined && as === undefined && code !== undefined) parts.always('ResponseCode', code)
  const part = parts.part()
  return part.props.length > 1 && part.gives['ErrorCode'] !== undefined ? part : undefined
}

function errorResponses(config: TreeMap, making: Making): Part | undefined {
  const all = listAt(config, 'CustomErrorResponses').map((response) => errorResponse(response, making))
  const made = all.flatMap((part) => (part ? [part] : []))
  if (made.length === 0 || made.length < all.length) return undefined
  const code = listText(
    made.map(({ props }) => propsText(props, '        ')),
    '      ',
  )
  return {
    props: [['errorResponses', code]],
    gives: { CustomErrorResponses: made.map(({ gives }) => gives) },
  }
}

function aliases(config: TreeMap, making: Making): string | undefined {
  const names = listAt(config, 'Aliases').map((name) => making.expressions.text(name))
  const known = names.flatMap((name) => (name === undefined ? [] : [name]))
  return known.length > 0 && known.length === names.length ? listText(known, '      ') : undefined
}

const isShort = (comment: Tree | undefined) => typeof comment !== 'string' || comment.length <= 128

/** The properties of a distribution but for its behaviors. */
export function madeConfig(config: TreeMap, making: Making): Part {
  const parts = new Parts(config, making)
  if (isShort(config['Comment'])) parts.text('Comment', 'comment')
  parts
    .boolean('Enabled', 'enabled')
    .say('Aliases', 'domainNames', aliases(config, making))
    .text('DefaultRootObject', 'defaultRootObject')
    .member('HttpVersion', 'httpVersion', 'HttpVersion', httpVersions)
    .boolean('IPV6Enabled', 'enableIpv6')
    .member('PriceClass', 'priceClass', 'PriceClass', priceClasses)
  if (isHere(config['WebACLId'] ?? '') && config['WebACLId'] !== '') parts.text('WebACLId', 'webAclId')
  const own = parts.always('Enabled', true).always('HttpVersion', 'http2').always('IPV6Enabled', true).part()
  const more = [
    certificate(config, making),
    logging(config, making),
    restrictions(config),
    errorResponses(config, making),
  ].flatMap((part) => (part ? [part] : []))
  return {
    props: [...own.props, ...more.flatMap(({ props }) => props)],
    gives: Object.assign({}, own.gives, ...more.map(({ gives }) => gives)) as TreeMap,
  }
}
