/** *Targets*: methods, hosts, protocols and paths of a log, by number. */
import { ByteTable } from '#core/replay/read/byte-table.ts'
import { columnOf } from '#core/replay/read/columns.ts'
import { pathOf } from '#core/replay/read/line-request.ts'
import { isAbsent, type LogLine, textOf } from '#core/replay/read/log-line.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { Dependence } from './dependence.ts'
import { PairTable } from './pair-table.ts'

/** What a line says of its target besides the path. */
interface Logged {
  readonly host: string
  readonly method: string
  readonly isHttps: boolean
}

/** What many targets have in common. */
interface Common extends Logged {
  readonly hostNumber: number
  readonly hasBody: boolean
  /** Its place in the compiled distribution's list. */
  readonly behavior: number
  readonly dependence: Dependence
  readonly looksAtPathAlone: boolean
}

/** Whether nothing but the target and the coding matters. */
const looksAtPathAlone = (dependence: Dependence): boolean =>
  dependence.query === 'none' &&
  dependence.cookie === 'none' &&
  !dependence.referer &&
  dependence.userAgent === 'none' &&
  !dependence.address &&
  !dependence.country &&
  dependence.headers.length === 0 &&
  !dependence.accept

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
  get looksAtPathAlone(): boolean {
    return this.common.looksAtPathAlone
  }
}

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

export class Targets {
  readonly list: Target[] = []
  /** Methods and paths that are counted together. */
  readonly paths = new CountedPaths()
  /** By number of path and method: the place in {@link paths}. */
  private readonly pathTable = new PairTable()
  private readonly methods = new Map<string, number>()
  /** Paths by number. */
  private readonly groups = new Map<string, number>()
  private readonly hostNumbers = new Map<string, number>()
  private readonly commons = new Map<string, Common>()
  /** Hosts that the design does not name; the log shows that the distribution served them. */
  readonly foreignHosts = new Map<string, number>()
  private readonly distribution: CompiledDistribution
  private readonly hosts: string[]
  private readonly dependences: readonly Dependence[]
  private readonly targetTable = new ByteTable()
  private readonly logTable = new ByteTable()
  /** By the number that the table gives out. */
  private readonly logged: Logged[] = []

  /** `hosts` grows by those that the log names and the design does not. */
  constructor(distribution: CompiledDistribution, hosts: string[], dependences: readonly Dependence[]) {
    this.distribution = distribution
    this.hosts = hosts
    this.dependences = dependences
  }

  get groupCount(): number {
    return this.groups.size
  }

  /** The number of a line's target. */
  number(line: LogLine): number {
    const { targetTable: table, list } = this
    const common = this.commonNumber(line)
    const number = table.begin().addNumber(common).addColumn(line, columnOf['cs-uri-stem']).number()
    if (number === list.length) list.push(this.newTarget(line, common))
    return number
  }

  /** The number of what a line says of its target besides the path. */
  private commonNumber(line: LogLine): number {
    const { logTable: table, logged } = this
    table.begin()
    table.addColumn(line, columnOf['cs-method'])
    table.addColumn(
      line,
      isAbsent(line, columnOf['x-host-header']) ? columnOf['cs(Host)'] : columnOf['x-host-header'],
    )
    table.addColumn(line, columnOf['cs-protocol'])
    const number = table.number()
    if (number === logged.length) {
      const protocol = textOf(line, columnOf['cs-protocol'])
      logged.push({
        host: this.hostOf(line),
        method: textOf(line, columnOf['cs-method']) ?? 'GET',
        isHttps: protocol !== 'http' && protocol !== 'ws',
      })
    }
    return number
  }

  private newTarget(line: LogLine, logged: number): Target {
    const path = pathOf(textOf(line, columnOf['cs-uri-stem']) ?? '/')
    const { behaviors } = this.distribution
    const behavior = Math.max(0, behaviors.indexOf(this.distribution.chooseBehavior(path)))
    const common = this.commonOf(this.logged[logged] as Logged, behavior) // it has been given out
    const own = this.numberOf(path)
    const group = path === '/' ? this.numberOf(`/${this.distribution.defaultRootObject}`) : own
    return new Target(common, path, this.pathNumber(common.method, path, own, behavior), group)
  }

  private commonOf(logged: Logged, behavior: number): Common {
    const { isHttps, method, host } = logged
    const text = `${isHttps} ${behavior} ${method} ${host}`
    const known = this.commons.get(text)
    if (known !== undefined) return known
    const hostNumber = this.hostNumbers.get(host) ?? this.hostNumbers.size
    this.hostNumbers.set(host, hostNumber)
    const dependence = this.dependences[behavior] as Dependence // one for each behavior
    const common = {
      ...logged,
      behavior,
      hostNumber,
      hasBody: method === 'POST' || method === 'PUT' || method === 'PATCH' || method === 'DELETE',
      dependence,
      looksAtPathAlone: looksAtPathAlone(dependence),
    }
    this.commons.set(text, common)
    return common
  }

  private pathNumber(method: string, path: string, own: number, behavior: number): number {
    const methodNumber = this.methods.get(method) ?? this.methods.size
    this.methods.set(method, methodNumber)
    const known = this.pathTable.find(own, methodNumber)
    if (known >= 0) return known
    this.paths.add(method, path, behavior)
    return this.pathTable.add(own, methodNumber)
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
}
