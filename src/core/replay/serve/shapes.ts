/**
 * Tells requests apart only where the design does. A *target* is a method, host, protocol and path; a *shape* is a target
 * with whatever else of the line can change the outcome. Both are numbered, so that a replay works on integers.
 */
import { normalizeAcceptEncoding } from '#core/http/accept-encoding.ts'
import { HeaderFields } from '#core/http/header-fields.ts'
import { ByteTable } from '#core/replay/read/byte-table.ts'
import { columnOf } from '#core/replay/read/columns.ts'
import { assumedAcceptEncoding, headerLines, pathOf, requestOf } from '#core/replay/read/line-request.ts'
import { integerOf, isAbsent, type LogLine, textOf } from '#core/replay/read/log-line.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { Exchange } from '#core/trace/engine/exchange.ts'
import { viewerHeader } from '#core/trace/engine/viewer-headers.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { type Dependence, dependenceOf, evaluatesRules } from './dependence.ts'
import { KeyedParts } from './keyed-parts.ts'
import { PairTable } from './pair-table.ts'

/** What many targets have in common. */
interface Common {
  readonly host: string
  readonly hostNumber: number
  readonly method: string
  readonly isHttps: boolean
  readonly hasBody: boolean
  /** Its place in the compiled distribution's list. */
  readonly behavior: number
  readonly dependence: Dependence
}

/** There may be hundreds of thousands, so that each holds only what is its own. */
export class Target {
  readonly path: string
  /** Targets of one method and path are counted together, whatever their host and protocol. */
  readonly pathNumber: number
  /** The number of the path in cache keys, whatever the method. */
  readonly group: number
  /** The shape of plain requests where nothing but the target matters; -1 until there was one. */
  plainShape = -1
  /** Bytes of the whole object, as the log told last; -1 while it has not. */
  size = -1
  /** The last line's answer, its kind and its size. */
  answer = -1
  answerKind = -1
  answerSize = -1
  /** Its logged status, and {@link guessed} where what the origin would have said is a guess. */
  answerStatus = 0
  private readonly common: Common

  constructor(common: Common, path: string, pathNumber: number, group: number) {
    this.common = common
    this.path = path
    this.pathNumber = pathNumber
    this.group = group
  }

  get host(): string {
    return this.common.host
  }
  /** The same for the same host. */
  get hostNumber(): number {
    return this.common.hostNumber
  }
  get method(): string {
    return this.common.method
  }
  get isHttps(): boolean {
    return this.common.isHttps
  }
  get hasBody(): boolean {
    return this.common.hasBody
  }
  get behavior(): number {
    return this.common.behavior
  }
  get dependence(): Dependence {
    return this.common.dependence
  }
}

const encoder = new TextEncoder()

/** Path and query string up to which no limit of a request is near. */
const longestUsual = 2048

export interface CountedPath {
  readonly method: string
  readonly path: string
  readonly behavior: number
}

/** A list of {@link CountedPath} that holds no object for each. */
export class CountedPaths {
  private readonly methods: string[] = []
  private readonly texts: string[] = []
  private readonly behaviors: number[] = []

  get length(): number {
    return this.texts.length
  }

  add(method: string, path: string, behavior: number): void {
    this.methods.push(method)
    this.texts.push(path)
    this.behaviors.push(behavior)
  }

  at(number: number): CountedPath {
    const { methods, texts, behaviors } = this
    return { method: methods[number] ?? '', path: texts[number] ?? '', behavior: behaviors[number] ?? 0 }
  }
}

export class Shapes {
  readonly targets: Target[] = []
  /** Methods and paths that are counted together. */
  readonly paths = new CountedPaths()
  /** By number of path and method: the place in {@link paths}. */
  private readonly pathTable = new PairTable()
  private readonly methods = new Map<string, number>()
  /** Paths by number. */
  private readonly groups = new Map<string, number>()
  private readonly hostNumbers = new Map<string, number>()
  private readonly commons = new Map<string, Common>()
  /** By shape. */
  readonly targetOf: number[] = []
  /** By shape: those that differ in nothing but their path are of one family; -1 where the path itself may matter. */
  readonly familyOf: number[] = []
  /** By shape, of those without a family. */
  private readonly requests: (EngineRequest | undefined)[] = []
  private readonly familyTable = new ByteTable()
  private readonly familyRequests: EngineRequest[] = []
  /** Query strings of shapes that may be redirected, which are told them. */
  private readonly queries: (string | undefined)[] = []
  private readonly hasFamilies: boolean
  /** Hosts that the design does not name; the log shows that the distribution served them. */
  readonly foreignHosts = new Map<string, number>()
  private readonly distribution: CompiledDistribution
  private readonly hosts: string[]
  private readonly dependences: readonly Dependence[]
  private readonly targetTable = new ByteTable()
  private readonly shapeTable = new ByteTable()
  private readonly agentTable = new ByteTable()
  private readonly agents: string[] = []
  private readonly encodings = new Map<string, string>()
  private readonly keyed: KeyedParts

  /** `hosts` grows by those that the log names and the design does not. */
  constructor(distribution: CompiledDistribution, hosts: string[]) {
    this.distribution = distribution
    this.hosts = hosts
    this.keyed = new KeyedParts(distribution)
    this.hasFamilies = !evaluatesRules(distribution)
    this.dependences = distribution.behaviors.map((behavior) => dependenceOf(distribution, behavior))
  }

  get groupCount(): number {
    return this.groups.size
  }

  get size(): number {
    return this.targetOf.length
  }

  /** A request of the shape, as the engine takes it. */
  requestOf(shape: number): EngineRequest {
    const own = this.requests[shape]
    if (own !== undefined) return own
    const { path, isHttps } = this.targets[this.targetOf[shape] as number] as Target // every shape has one
    const alike = this.familyRequests[this.familyOf[shape] as number] as EngineRequest // one of the family, which it has
    return { ...alike, path, query: isHttps ? alike.query : (this.queries[shape] ?? '') }
  }

  /** Outcomes of the behavior may differ although all columns agree. */
  isUnsteady(behavior: number): boolean {
    return this.dependences[behavior]?.isUnsteady === true
  }

  dependence(behavior: number): Dependence | undefined {
    return this.dependences[behavior]
  }

  target(line: LogLine): number {
    const { targetTable: table, targets } = this
    table.begin()
    table.addColumn(line, columnOf['cs-method'])
    table.addColumn(
      line,
      isAbsent(line, columnOf['x-host-header']) ? columnOf['cs(Host)'] : columnOf['x-host-header'],
    )
    table.addColumn(line, columnOf['cs-protocol'])
    table.addColumn(line, columnOf['cs-uri-stem'])
    const number = table.number()
    if (number === targets.length) targets.push(this.newTarget(line))
    return number
  }

  private newTarget(line: LogLine): Target {
    const host = this.hostOf(line)
    const path = pathOf(textOf(line, columnOf['cs-uri-stem']) ?? '/')
    const method = textOf(line, columnOf['cs-method']) ?? 'GET'
    const protocol = textOf(line, columnOf['cs-protocol'])
    const { behaviors } = this.distribution
    const behavior = Math.max(0, behaviors.indexOf(this.distribution.chooseBehavior(path)))
    const isHttps = protocol !== 'http' && protocol !== 'ws'
    const common = this.commonOf({ host, method, isHttps, behavior })
    const group = this.groupOf(path)
    return new Target(common, path, this.pathNumber(method, path, behavior), group)
  }

  private commonOf(what: Pick<Common, 'host' | 'method' | 'isHttps' | 'behavior'>): Common {
    const { host, method, isHttps, behavior } = what
    const text = `${isHttps} ${behavior} ${method} ${host}`
    const known = this.commons.get(text)
    if (known !== undefined) return known
    const hostNumber = this.hostNumbers.get(host) ?? this.hostNumbers.size
    this.hostNumbers.set(host, hostNumber)
    const common = {
      ...what,
      hostNumber,
      hasBody: method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE',
      dependence: this.dependences[behavior] as Dependence, // one for each behavior
    }
    this.commons.set(text, common)
    return common
  }

  private pathNumber(method: string, path: string, behavior: number): number {
    const own = this.numberOf(path)
    const methodNumber = this.methods.get(method) ?? this.methods.size
    this.methods.set(method, methodNumber)
    const known = this.pathTable.find(own, methodNumber)
    if (known >= 0) return known
    this.paths.add(method, path, behavior)
    return this.pathTable.add(own, methodNumber)
  }

  private groupOf(path: string): number {
    return this.numberOf(path === '/' ? `/${this.distribution.defaultRootObject}` : path)
  }

  private numberOf(path: string): number {
    const known = this.groups.get(path)
    if (known !== undefined) return known
    this.groups.set(path, this.groups.size)
    return this.groups.size - 1
  }

  private hostOf(line: LogLine): string {
    const named = textOf(line, columnOf['x-host-header']) ?? textOf(line, columnOf['cs(Host)'])
    const { domainName } = this.distribution
    if (named === null) return domainName
    const host = named.toLowerCase().replace(/:\d+$/, '')
    if (host === domainName || this.hosts.includes(host)) return host
    if (host.endsWith('.cloudfront.net')) return domainName
    const covered = this.hosts.some((alias) => alias.startsWith('*.') && host.endsWith(alias.slice(1)))
    if (!covered) {
      this.hosts.push(host)
      this.foreignHosts.set(host, 0)
    }
    return host
  }

  /** The shape of a line whose target is known. */
  shape(line: LogLine, targetNumber: number): number {
    const target = this.targets[targetNumber] as Target // it has just been given out
    const { dependence } = target
    const status = integerOf(line, columnOf['sc-status'])
    const isPlain =
      status !== 304 &&
      status !== 206 &&
      dependence.query === 'none' &&
      dependence.cookie === 'none' &&
      !dependence.referer &&
      dependence.userAgent === 'none' &&
      !dependence.address &&
      !dependence.country &&
      dependence.headers.length === 0 &&
      !dependence.accept &&
      (!dependence.acceptEncoding || this.assumesEncoding(line)) &&
      !isOldHttp(line)
    if (isPlain && target.plainShape >= 0) return target.plainShape
    const table = this.shapeTable.begin().addNumber(targetNumber)
    if (isPlain) table.addNumber(0)
    else this.addDependent(table.addNumber(1), line, target, status)
    const number = table.number()
    if (number === this.targetOf.length) this.addShape(line, targetNumber, status, isPlain)
    if (isPlain) target.plainShape = number
    return number
  }

  private addShape(line: LogLine, targetNumber: number, status: number, isPlain: boolean): void {
    const target = this.targets[targetNumber] as Target // it has been given out
    const shape = this.targetOf.push(targetNumber) - 1
    const family = this.familyFor(line, target, status, isPlain)
    this.familyOf.push(family)
    if (family < 0) this.requests[shape] = requestOf(line, target.host)
    else if (!target.isHttps) {
      const { query } = requestOf(line, target.host)
      if (query !== '') this.queries[shape] = query
    }
  }

  private familyFor(line: LogLine, target: Target, status: number, isPlain: boolean): number {
    const { path, method, isHttps, behavior } = target
    const queryField = line.fieldOf[columnOf['cs-uri-query']] ?? -1
    const queryLength = queryField < 0 ? 0 : (line.stops[queryField + 1] ?? 0) - (line.stops[queryField] ?? 0)
    const isPlainPath = path !== '/' && path.length + queryLength < longestUsual
    if (!this.hasFamilies || method !== 'GET' || status === 206 || !isPlainPath) return -1
    const table = this.familyTable
      .begin()
      .addNumber(behavior)
      .addNumber(isHttps ? 1 : 0)
    table.addNumber(target.hostNumber)
    // Without a place, the country of a line is where its request is taken to come from.
    if (isAbsent(line, columnOf['x-edge-location'])) table.addColumn(line, columnOf['c-country'])
    table.addNumber(isPlain ? 0 : 1)
    if (!isPlain) this.addDependent(table, line, target, status)
    const number = table.number()
    if (number === this.familyRequests.length) this.familyRequests.push(requestOf(line, target.host))
    return number
  }

  private assumesEncoding(line: LogLine): boolean {
    return isAbsent(line, columnOf['cs-accept-encoding']) && isAbsent(line, columnOf['cs-headers'])
  }

  private addDependent(
    table: ByteTable,
    line: LogLine,
    { dependence, behavior }: Target,
    status: number,
  ): void {
    table.addNumber(status === 304 ? 1 : isOldHttp(line) ? 2 : 0)
    if (status === 206) {
      table.addColumn(line, columnOf['sc-range-start'])
      table.addColumn(line, columnOf['sc-range-end'])
    }
    if (dependence.query === 'whole') table.addColumn(line, columnOf['cs-uri-query'])
    else if (dependence.query === 'keyed') table.addNumber(this.keyed.query(line, behavior))
    if (dependence.cookie === 'whole') table.addColumn(line, columnOf['cs(Cookie)'])
    else if (dependence.cookie === 'keyed') table.addNumber(this.keyed.cookies(line, behavior))
    if (dependence.referer) table.addColumn(line, columnOf['cs(Referer)'])
    if (dependence.address) {
      table.addColumn(line, columnOf['c-ip'])
      table.addColumn(line, columnOf.asn)
    }
    if (dependence.country) table.addColumn(line, columnOf['c-country'])
    if (dependence.accept) table.addColumn(line, columnOf['cs-accept'])
    if (dependence.userAgent === 'whole') table.addColumn(line, columnOf['cs(User-Agent)'])
    else if (dependence.userAgent === 'device') table.addText(this.deviceOf(line, dependence))
    if (dependence.acceptEncoding && !this.assumesEncoding(line))
      table.addText(this.encodingOf(line, behavior))
    if (dependence.headers.length > 0 || dependence.cookie !== 'none' || dependence.userAgent !== 'none')
      table.addText(furtherHeaders(line, dependence))
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
function isOldHttp(line: LogLine): boolean {
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
