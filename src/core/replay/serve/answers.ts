/** What a log line tells of the origin: how it would have answered that request. */
import type { HeaderFields } from '#core/http/header-fields.ts'
import type { OriginFault } from '#core/model/scenario.ts'
import { ByteTable } from '#core/replay/read/byte-table.ts'
import { columnOf } from '#core/replay/read/columns.ts'
import { loggedResultOf } from '#core/replay/read/line-reader.ts'
import { decoded, integerOf, type LogLine, textOf } from '#core/replay/read/log-line.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { Target } from './targets.ts'

export interface LoggedAnswer {
  readonly status: number
  /** What the viewer got; 0 where the connection was closed, -1 where the log does not say. */
  readonly loggedStatus: number
  /** The origin could not be asked or did not answer. */
  readonly fault: OriginFault | null
  readonly type: string | null
  /** Bytes of the whole body. */
  readonly size: number
  /** The origin's own Cache-Control, which only HAR files hold. */
  readonly cacheControl: string | null
  /** CloudFront answered by itself, so what the origin would have said is a guess: 200. */
  readonly isGuess: boolean
  /** Its header fields under the Cache-Control that it went out with last. */
  made?: { readonly cacheControl: string | null; readonly headers: HeaderFields }
}

/** Marks a logged status where CloudFront had answered by itself. */
export const guessed = 1 << 15
export const statusMask = guessed - 1

type AnswerKind = Omit<LoggedAnswer, 'size' | 'made'>

/** Bytes of response headers where the log tells only the sum of both (inferred: a usual response). */
const usualHeaders = 400

/** CloudFront's own refusals: the origin was never asked. */
const refusedByEdge = /^(ClientGeoBlocked|ClientCommError|ClientHungUpRequest|InvalidRequest\w*)$/
const madeByEdge = /^(Redirect|LimitExceeded|CapacityExceeded|Function\w+|Lambda\w+)$/

function faultOf(detailed: string | null, status: number): OriginFault | null {
  if (detailed === 'OriginDnsError') return 'dns'
  if (detailed === 'OriginConnectError') return status === 504 ? 'connect-timeout' : 'connection-refused'
  if (detailed === 'OriginCommError') return status === 504 ? 'response-timeout' : 'connection-reset'
  return null
}

/** The status of which a custom error response made `shown`; the configured one, else 404. */
function errorBehind(distribution: CompiledDistribution, shown: number): number {
  for (const { errorCode, responseCode } of distribution.errorResponses.values())
    if (responseCode === shown) return errorCode
  return 404
}

export class Answers {
  readonly list: LoggedAnswer[] = []
  /** The number of what CloudFront made of the line whose kind was asked for last, as logged. */
  logged = 0
  private readonly kinds: AnswerKind[] = []
  /** By answer: its kind and the band of its size; see {@link classOf}. */
  private readonly classes: number[] = []
  /** By their text. */
  private readonly kindsByText = new Map<string, number>()
  private readonly kindTable = new ByteTable()
  /** By the number that the table gives out: the kind, and the logged result. */
  private readonly kindNumbers: number[] = []
  private readonly loggedResults: number[] = []
  /** By kind and size. */
  private readonly distinct: Map<number, number>[] = []
  private readonly distribution: CompiledDistribution

  constructor(distribution: CompiledDistribution) {
    this.distribution = distribution
  }

  /** The number of an answer of the kind, by what its line tells of sizes. Learns the target's size on the way. */
  number(target: Target, kind: number, measured: number, bytes: number): number {
    const size = this.learnSize(target, kind, measured, bytes)
    // Most lines of a target say the same.
    if (target.answerKind === kind && target.answerSize === size) return target.answer
    target.answerKind = kind
    target.answerSize = size
    target.answer = this.sized(kind, size)
    return target.answer
  }

  /** Learns the target's size; returns that of the line's answer. */
  learnSize(target: Target, kind: number, measured: number, bytes: number): number {
    return sizeOf(target, (this.kinds[kind] as AnswerKind).loggedStatus, measured, bytes) // it has been given out
  }

  /** The number of what a line says apart from sizes. */
  kindOf(line: LogLine): number {
    const { kindTable: table } = this
    table.begin()
    table.addColumn(line, columnOf['sc-status'])
    table.addColumn(line, columnOf['x-edge-result-type'])
    table.addColumn(line, columnOf['x-edge-detailed-result-type'])
    table.addColumn(line, columnOf['sc-content-type'])
    table.addColumn(line, columnOf['sc-cache-control'])
    const raw = table.number()
    if (raw === this.kindNumbers.length) {
      this.kindNumbers.push(this.newKind(this.read(line)))
      this.loggedResults.push(loggedResultOf(line))
    }
    this.logged = this.loggedResults[raw] as number // it has been given out, as below
    return this.kindNumbers[raw] as number
  }

  /** Lines that say the same in different words, such as a hit and a miss for one object, are of one kind. */
  private newKind(kind: AnswerKind): number {
    const text = JSON.stringify(kind)
    const known = this.kindsByText.get(text)
    if (known !== undefined) return known
    this.kindsByText.set(text, this.kinds.length)
    this.distinct.push(new Map())
    return this.kinds.push(kind) - 1
  }

  /** The logged status, and {@link guessed} where what the origin would have said is a guess. */
  flagsOf(kind: number): number {
    const { loggedStatus, isGuess } = this.kinds[kind] as AnswerKind // it has been given out
    return (loggedStatus & statusMask) | (isGuess ? guessed : 0)
  }

  typeOf(kind: number): string | null {
    return (this.kinds[kind] as AnswerKind).type // it has been given out
  }

  private sized(kind: number, size: number): number {
    const bySize = this.distinct[kind] as Map<number, number> // every kind has one, and a place in the list of kinds
    const known = bySize.get(size)
    if (known !== undefined) return known
    bySize.set(size, this.list.length)
    this.classes.push(kind * bands.length + bandOf(size))
    this.list.push({ ...(this.kinds[kind] as AnswerKind), size })
    return this.list.length - 1
  }

  sizeOf(answer: number): number {
    return (this.list[answer] as LoggedAnswer).size // it has been given out
  }

  /** Answers of one class differ in a size that makes no difference to what is kept, compressed or refused. */
  classOf(answer: number): number {
    return this.classes[answer] as number // it has been given out
  }

  private read(line: LogLine): AnswerKind {
    const logged = integerOf(line, columnOf['sc-status'])
    const result = textOf(line, columnOf['x-edge-result-type']) ?? ''
    const detailed = textOf(line, columnOf['x-edge-detailed-result-type'])
    const isGuess = madeByEdge.test(result) || (detailed !== null && refusedByEdge.test(detailed))
    const isPartial = logged === 304 || logged === 206 || logged === 416 || logged < 200
    const status = isGuess
      ? 200
      : result === 'Error' && logged < 400 && logged > 0
        ? errorBehind(this.distribution, logged)
        : isPartial
          ? 200
          : logged
    const type = textOf(line, columnOf['sc-content-type'])
    return {
      status,
      loggedStatus: logged,
      fault: isGuess ? null : faultOf(detailed, logged),
      type: type === null ? null : decoded(type),
      cacheControl: textOf(line, columnOf['sc-cache-control']),
      isGuess,
    }
  }
}

/** Sizes at which stages begin to treat a body differently: any body, what is compressed, and what is kept. */
const bands = [0, 1, 1000, 10_000_001, 50 * 1024 ** 3 + 1] as const

function bandOf(size: number): number {
  let band = 0
  while (band + 1 < bands.length && size >= (bands[band + 1] ?? 0)) band += 1
  return band
}

function sizeOf(target: Target, status: number, measured: number, bytes: number): number {
  if (status === 206) {
    target.size = Math.max(target.size, measured)
    return Math.max(0, target.size)
  }
  if (status === 304 || status < 200 || status === 416) return Math.max(0, target.size)
  if (measured < 0 && target.size >= 0) return target.size
  const size = measured >= 0 ? measured : Math.max(0, bytes - usualHeaders)
  if (status === 200 && target.method === 'GET') target.size = size
  return size
}
