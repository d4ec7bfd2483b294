/** What of a line, besides its target, can change the outcome, for a table of shapes. */
import { normalizeAcceptEncoding } from '#core/http/accept-encoding.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { ByteTable } from '#core/replay/read/byte-table.ts'
import { columnOf } from '#core/replay/read/columns.ts'
import { assumedAcceptEncoding, headerLines, requestOf } from '#core/replay/read/line-request.ts'
import { isAbsent, type LogLine, textOf } from '#core/replay/read/log-line.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { viewerHeader } from '#core/trace/engine/viewer-headers.ts'
import type { Dependence } from './dependence.ts'
import { KeyedParts } from './keyed-parts.ts'
import type { Target } from './targets.ts'

const encoder = new TextEncoder()

/** Lines without either are taken to accept what viewers usually do. */
export const assumesEncoding = (line: LogLine): boolean =>
  isAbsent(line, columnOf['cs-accept-encoding']) && isAbsent(line, columnOf['cs-headers'])

export class DependentParts {
  private readonly agentTable = new ByteTable()
  private readonly agents: string[] = []
  private readonly encodings = new Map<string, string>()
  private readonly keyed: KeyedParts
  private readonly distribution: CompiledDistribution
  private readonly dependences: readonly Dependence[]

  constructor(distribution: CompiledDistribution, dependences: readonly Dependence[]) {
    this.distribution = distribution
    this.dependences = dependences
    this.keyed = new KeyedParts(distribution)
  }

  add(table: ByteTable, line: LogLine, { dependence, behavior }: Target, status: number): void {
    table.addNumber(status === 304 ? 1 : isOldHttp(line) ? 2 : 0)
    if (status === 206) {
      table.addColumn(line, columnOf['sc-range-start'])
      table.addColumn(line, columnOf['sc-range-end'])
    }
    this.addKeyed(table, line, dependence, behavior)
    if (dependence.referer) table.addColumn(line, columnOf['cs(Referer)'])
    if (dependence.address) {
      table.addColumn(line, columnOf['c-ip'])
      table.addColumn(line, columnOf.asn)
    }
    if (dependence.country) table.addColumn(line, columnOf['c-country'])
    if (dependence.accept) table.addColumn(line, columnOf['cs-accept'])
    if (dependence.userAgent === 'whole') table.addColumn(line, columnOf['cs(User-Agent)'])
    else if (dependence.userAgent === 'device') table.addText(this.deviceOf(line, dependence))
    if (dependence.acceptEncoding && !assumesEncoding(line)) table.addText(this.encodingOf(line, behavior))
    if (dependence.headers.length > 0 || dependence.cookie !== 'none' || dependence.userAgent !== 'none')
      table.addText(furtherHeaders(line, dependence))
  }

  private addKeyed(table: ByteTable, line: LogLine, dependence: Dependence, behavior: number): void {
    if (dependence.query === 'whole') table.addColumn(line, columnOf['cs-uri-query'])
    else if (dependence.query === 'keyed') table.addNumber(this.keyed.query(line, behavior))
    if (dependence.cookie === 'whole') table.addColumn(line, columnOf['cs(Cookie)'])
    else if (dependence.cookie === 'keyed') table.addNumber(this.keyed.cookies(line, behavior))
  }

  /** What CloudFront's device headers say of a user agent; agents that agree are one. */
  private deviceOf(line: LogLine, { device }: Dependence): string {
    this.agentTable.begin()
    this.agentTable.addColumn(line, columnOf['cs(User-Agent)'])
    this.agentTable.addText(device.join())
    const number = this.agentTable.number()
    const known = this.agents[number]
    if (known !== undefined) return known
    const request = requestOf(line, '')
    // The device headers are derived from the request's header fields alone.
    const exchange = { request } as Exchange
    const text = device.map((name) => viewerHeader(exchange, name)).join()
    this.agents[number] = text
    return text
  }

  private encodingOf(line: LogLine, behavior: number): string {
    const text =
      textOf(line, columnOf['cs-accept-encoding']) ??
      requestOf(line, '').headers.combined('accept-encoding') ??
      ''
    const key = `${behavior} ${text}`
    const known = this.encodings.get(key)
    if (known !== undefined) return known
    const settings = this.distribution.behaviors[behavior]?.key
    const readsIt = settings?.headers.takes('accept-encoding') || this.dependences[behavior]?.accept
    const sent = HeaderFields.fromPairs(headerLines(`accept-encoding:${text}`)).combined('accept-encoding')
    const normal =
      !settings || readsIt ? text : (normalizeAcceptEncoding(sent ?? assumedAcceptEncoding, settings) ?? '')
    this.encodings.set(key, normal)
    return normal
  }
}

const oldHttp = encoder.encode('HTTP/1.0')
export function isOldHttp(line: LogLine): boolean {
  const field = line.fieldOf[columnOf['cs-protocol-version']] ?? -1
  if (field < 0) return false
  const start = (line.stops[field] ?? 0) + 1
  return (
    (line.stops[field + 1] ?? 0) - start === 8 &&
    line.bytes[start + 7] === oldHttp[7] &&
    line.bytes[start + 5] === oldHttp[5]
  )
}

/** Headers that only real-time logs and HAR files hold, in the order in which the dependence names them. */
function furtherHeaders(line: LogLine, { headers, cookie, userAgent }: Dependence): string {
  const text = textOf(line, columnOf['cs-headers'])
  if (text === null) return ''
  if (headers.includes('*')) return text
  const names = [
    ...headers,
    ...(cookie === 'none' ? [] : ['cookie']),
    ...(userAgent === 'none' ? [] : ['user-agent']),
  ]
  const sent = headerLines(text)
  return names
    .map((name) =>
      sent
        .filter(([other]) => other === name)
        .map(([, value]) => value)
        .join(', '),
    )
    .join('\n')
}
