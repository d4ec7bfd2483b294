/**
 * Tells requests apart only where the design does. A *target* is a method, host, protocol and path; a *shape* is a target
 * with whatever else of the line can change the outcome. Both are numbered, so that a replay works on integers.
 */
import { ByteTable } from '#core/replay/read/byte-table.ts'
import { columnOf } from '#core/replay/read/columns.ts'
import { requestOf } from '#core/replay/read/line-request.ts'
import { integerOf, isAbsent, type LogLine } from '#core/replay/read/log-line.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { type Dependence, dependenceOf, evaluatesRules } from './dependence.ts'
import { assumesEncoding, DependentParts, isOldHttp } from './dependent-parts.ts'
import { type CountedPaths, type Target, Targets } from './targets.ts'

/** Path and query string up to which no limit of a request is near. */
const longestUsual = 2048

export class Shapes {
  readonly targets: readonly Target[]
  readonly paths: CountedPaths
  /** Hosts that the design does not name; the log shows that the distribution served them. */
  readonly foreignHosts: ReadonlyMap<string, number>
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
  private readonly dependences: readonly Dependence[]
  private readonly ofLog: Targets
  private readonly parts: DependentParts
  private readonly shapeTable = new ByteTable()

  /** `hosts` grows by those that the log names and the design does not. */
  constructor(distribution: CompiledDistribution, hosts: string[]) {
    this.hasFamilies = !evaluatesRules(distribution)
    this.dependences = distribution.behaviors.map((behavior) => dependenceOf(distribution, behavior))
    this.ofLog = new Targets(distribution, hosts, this.dependences)
    this.parts = new DependentParts(distribution, this.dependences)
    this.targets = this.ofLog.list
    this.paths = this.ofLog.paths
    this.foreignHosts = this.ofLog.foreignHosts
  }

  get groupCount(): number {
    return this.ofLog.groupCount
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
    return this.ofLog.number(line)
  }

  /** The shape of a line whose target is known. */
  shape(line: LogLine, targetNumber: number): number {
    const target = this.targets[targetNumber] as Target // it has just been given out
    const { dependence } = target
    const status = integerOf(line, columnOf['sc-status'])
    const isPlain =
      status !== 304 &&
      status !== 206 &&
      target.looksAtPathAlone &&
      (!dependence.acceptEncoding || assumesEncoding(line)) &&
      !isOldHttp(line)
    if (isPlain && target.plainShape >= 0) return target.plainShape
    const table = this.shapeTable.begin().addNumber(targetNumber)
    if (isPlain) table.addNumber(0)
    else this.parts.add(table.addNumber(1), line, target, status)
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
    if (!isPlain) this.parts.add(table, line, target, status)
    const number = table.number()
    if (number === this.familyRequests.length) this.familyRequests.push(requestOf(line, target.host))
    return number
  }
}
