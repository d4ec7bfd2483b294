/**
 * The standard log's record of a request, and the further fields of real-time logs.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
import { cookiePairs, cookieText } from '#core/http/cookies.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { writtenVersion } from '#core/trace/engine/http-version.ts'
import { viewerAddress } from '#core/trace/engine/viewer-headers.ts'

/** The fields of the standard log, in its order. */
export const standardLogFields = [
  'date',
  'time',
  'x-edge-location',
  'sc-bytes',
  'c-ip',
  'cs-method',
  'cs(Host)',
  'cs-uri-stem',
  'sc-status',
  'cs(Referer)',
  'cs(User-Agent)',
  'cs-uri-query',
  'cs(Cookie)',
  'x-edge-result-type',
  'x-edge-request-id',
  'x-host-header',
  'cs-protocol',
  'cs-bytes',
  'time-taken',
  'x-forwarded-for',
  'ssl-protocol',
  'ssl-cipher',
  'x-edge-response-result-type',
  'cs-protocol-version',
  'fle-status',
  'fle-encrypted-fields',
  'c-port',
  'time-to-first-byte',
  'x-edge-detailed-result-type',
  'sc-content-type',
  'sc-content-len',
  'sc-range-start',
  'sc-range-end',
] as const
export const realtimeLogFields = [
  'timestamp',
  'c-country',
  'cs-accept-encoding',
  'cs-accept',
  'cache-behavior-path-pattern',
  'cs-headers',
  'cs-header-names',
  'cs-headers-count',
  'origin-fbl',
  'origin-lbl',
  'primary-distribution-id',
  'asn',
] as const

export type LogField = (typeof standardLogFields)[number] | (typeof realtimeLogFields)[number]
export type LogRecord = Readonly<Record<LogField, string>>

/** Spaces and the like are encoded in a log line; `-` stands for what is absent. */
const encoded = (value: string | null | undefined): string =>
  value === null || value === undefined || value === ''
    ? '-'
    : value.replaceAll(/[\s"%]/g, (c) => encodeURIComponent(c))

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html */
function protocolOf(exchange: Exchange): string {
  const { protocol } = exchange.request
  if (exchange.isGrpc) return 'grpcs'
  if (exchange.isWebSocket) return protocol === 'https' ? 'wss' : 'ws'
  return protocol
}

/** The record of a request that has been served. */
export function logRecord(exchange: Exchange): LogRecord {
  const { request, response, pop, behavior, distribution, duration } = exchange
  if (!response) throw new Error('A log record is written after the response.')
  const time = new Date(exchange.now).toISOString()
  const { headers } = request
  const size = response.encodedSize ?? response.body.size
  const [, first, last] = /^bytes (\d+)-(\d+)/.exec(response.headers.first('content-range') ?? '') ?? []
  const isHttps = request.protocol === 'https'
  const taken = ((duration + 1) / 1000).toFixed(3)
  const originTime = exchange.attempts > 0 ? (duration / 1000).toFixed(3) : '-'
  return {
    date: time.slice(0, 10),
    time: time.slice(11, 19),
    'x-edge-location': `${pop.code}-P1`.replace(/(-P\d)-P1$/, '$1'),
    'sc-bytes': String(size + response.headers.size + 15),
    'c-ip': viewerAddress(request.viewer.ip),
    'cs-method': request.method,
    'cs(Host)': exchange.engine.distribution.domainName,
    'cs-uri-stem': encoded(exchange.viewerPath),
    'sc-status': String(response.status),
    'cs(Referer)': encoded(headers.first('referer')),
    'cs(User-Agent)': encoded(headers.first('user-agent')),
    'cs-uri-query': encoded(exchange.viewerQuery),
    'cs(Cookie)': encoded(cookieText(cookiePairs(headers.all('cookie')))),
    'x-edge-result-type': exchange.resultType,
    'x-edge-request-id': exchange.requestId,
    'x-host-header': request.host,
    'cs-protocol': protocolOf(exchange),
    'cs-bytes': String(
      headers.size + request.body.length + exchange.viewerPath.length + request.method.length + 12,
    ),
    'time-taken': taken,
    'x-forwarded-for': encoded(headers.combined('x-forwarded-for')),
    'ssl-protocol': isHttps ? 'TLSv1.3' : '-',
    'ssl-cipher': isHttps ? 'TLS_AES_128_GCM_SHA256' : '-',
    'x-edge-response-result-type': exchange.resultType,
    'cs-protocol-version': `HTTP/${writtenVersion(exchange.httpVersion)}`,
    'fle-status': exchange.encryptedFields.length > 0 ? 'Processed' : '-',
    'fle-encrypted-fields':
      exchange.encryptedFields.length > 0 ? String(exchange.encryptedFields.length) : '-',
    'c-port': String(request.viewer['port'] ?? 46532),
    'time-to-first-byte': taken,
    'x-edge-detailed-result-type': exchange.detailedResultType || exchange.resultType,
    'sc-content-type': encoded(response.headers.first('content-type')),
    'sc-content-len': encoded(response.headers.first('content-length')),
    'sc-range-start': first ?? '-',
    'sc-range-end': last ?? '-',
    timestamp: (exchange.now / 1000).toFixed(3),
    'c-country': request.viewer.country ?? '-',
    'cs-accept-encoding': encoded(headers.combined('accept-encoding')),
    'cs-accept': encoded(headers.combined('accept')),
    'cache-behavior-path-pattern': behavior?.pattern ?? '-',
    'cs-headers': encoded([...headers].map(([name, value]) => `${name}:${value}`).join('\n')),
    'cs-header-names': encoded(headers.names().join('\n')),
    'cs-headers-count': String(headers.count),
    'origin-fbl': originTime,
    'origin-lbl': originTime,
    'primary-distribution-id': distribution?.id ?? '-',
    asn: String(request.viewer['asn'] ?? '-'),
  }
}

/** A line of the standard log: tab-separated. */
export const logLine = (record: LogRecord): string =>
  standardLogFields.map((field) => record[field]).join('\t')
