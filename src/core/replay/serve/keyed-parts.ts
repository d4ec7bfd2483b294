/**
 * What the cache key takes of query strings and cookies, by number: tracking parameters would make every line another
 * request. What a text comes to is remembered for as many texts as fit; the numbers grow with distinct keys only.
 */
import { cookiePairs, cookieText } from '#core/http/cookies.ts'
import { filterQuery } from '#core/http/query-string.ts'
import { ByteTable } from '#core/replay/read/byte-table.ts'
import { columnOf } from '#core/replay/read/columns.ts'
import { asSent } from '#core/replay/read/line-request.ts'
import { decoded, type LogLine, textOf } from '#core/replay/read/log-line.ts'
import type { CompiledBehavior, CompiledDistribution } from '#core/trace/compile/compiled.ts'

/** Texts as logged that are remembered before all are forgotten. */
const most = 1 << 16

type Read = (text: string, behavior: CompiledBehavior) => string

const queryIn: Read = (text, { key }) => filterQuery(asSent(text), key.query.takes)
const cookiesIn: Read = (text, { key }) =>
  cookieText(cookiePairs([decoded(text)]).filter(({ name }) => key.cookies.takes(name)))

export class KeyedParts {
  private readonly behaviors: readonly CompiledBehavior[]
  private readonly logged = new ByteTable()
  private numbers: number[] = []
  private readonly texts = new Map<string, number>([['', 0]])

  constructor({ behaviors }: CompiledDistribution) {
    this.behaviors = behaviors
  }

  query(line: LogLine, behavior: number): number {
    return this.number(line, columnOf['cs-uri-query'], behavior, queryIn)
  }

  cookies(line: LogLine, behavior: number): number {
    return this.number(line, columnOf['cs(Cookie)'], behavior, cookiesIn)
  }

  private number(line: LogLine, column: number, behavior: number, read: Read): number {
    const { logged } = this
    if (logged.size >= most) {
      logged.clear()
      this.numbers = []
    }
    const at = logged.begin().addNumber(behavior).addNumber(column).addColumn(line, column).number()
    const known = this.numbers[at]
    if (known !== undefined) return known
    const settings = this.behaviors[behavior]
    const logText = textOf(line, column)
    const text = logText === null || settings === undefined ? '' : read(logText, settings)
    const number = this.texts.get(text) ?? this.texts.size
    this.texts.set(text, number)
    this.numbers[at] = number
    return number
  }
}
