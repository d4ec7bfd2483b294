/** Steps over HCL text: white space, comments, words, quoted texts and heredocs. */
import { tableOf } from '#core/ground/names.ts'
import { HclError, type HclExpression } from './hcl-syntax.ts'

const wordPattern = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy
const numberPattern = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const digitsPattern = /\d+/y
const heredocPattern = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy
/** What a strip marker takes after an expression. */
const quotedBlanks = /(?:\s|\\[nrt])*/y
const lineBlanks = /[^\S\n]*\n?/y
const escapes: Readonly<Record<string, string>> = tableOf({ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' })

export class Scanner {
  readonly text: string
  offset = 0

  constructor(text: string) {
    this.text = text
  }

  fail(message: string, offset = this.offset): never {
    throw new HclError(message, offset)
  }

  get done(): boolean {
    return this.offset >= this.text.length
  }

  at(word: string): boolean {
    return this.text.startsWith(word, this.offset)
  }

  take(word: string): boolean {
    if (!this.at(word)) return false
    this.offset += word.length
    return true
  }

  expect(word: string, what: string): void {
    if (!this.take(word)) this.fail(`“${word}” is missing ${what}.`)
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.offset
    const found = pattern.exec(this.text) ?? undefined
    if (found) this.offset += found[0].length
    return found
  }

  word(): string | undefined {
    return this.match(wordPattern)?.[0]
  }

  number(): number | undefined {
    const found = this.match(numberPattern)
    return found && Number(found[0])
  }

  /** The index of `.0`, which no fraction follows. */
  digits(): number | undefined {
    const found = this.match(digitsPattern)
    return found && Number(found[0])
  }

  /** Steps over blanks and comments, and over line breaks where they mean nothing. */
  skip(breaks: boolean): void {
    for (;;) {
      const character = this.text[this.offset]
      if (character === ' ' || character === '\t' || character === '\r' || (breaks && character === '\n'))
        this.offset += 1
      else if (character === '#' || this.at('//')) this.skipLine()
      else if (this.at('/*')) {
        const end = this.text.indexOf('*/', this.offset + 2)
        if (end < 0) this.fail('This comment is not closed.')
        this.offset = end + 2
      } else return
    }
  }

  private skipLine(): void {
    const end = this.text.indexOf('\n', this.offset)
    this.offset = end < 0 ? this.text.length : end
  }

  /** The text up to the quotation mark; `inner` reads what stands in `${…}`. */
  quoted(inner: () => HclExpression): (string | HclExpression)[] {
    const start = this.offset
    this.expect('"', 'at the beginning of a text')
    const parts = this.template(inner, () => {
      if (this.done || this.at('\n')) this.fail('This text is not closed.', start)
      return this.at('"')
    })
    this.offset += 1
    return parts
  }

  private template(inner: () => HclExpression, isEnd: () => boolean): (string | HclExpression)[] {
    const parts: (string | HclExpression)[] = []
    let literal = ''
    while (!isEnd()) {
      if (this.at('$${') || this.at('%%{')) {
        literal += `${this.text[this.offset] ?? ''}{`
        this.offset += 3
      } else if (this.at('${') || this.at('%{')) {
        literal = this.inserted(literal, inner, parts, quotedBlanks)
      } else literal += this.character()
    }
    if (literal !== '') parts.push(literal)
    return parts
  }

  /** Takes an expression after the text before it; `~` strips the blanks beside it, of one line in a heredoc. */
  private inserted(
    before: string,
    inner: () => HclExpression,
    parts: (string | HclExpression)[],
    blanks: RegExp,
  ): string {
    const line = blanks === quotedBlanks ? 0 : before.lastIndexOf('\n') + 1
    const isStripped = this.text[this.offset + 2] === '~'
    const kept = isStripped ? before.slice(0, line) + before.slice(line).trimEnd() : before
    if (kept !== '') parts.push(kept)
    parts.push(inner())
    if (this.text[this.offset - 2] === '~') this.match(blanks)
    return ''
  }

  private character(): string {
    const character = this.text[this.offset] ?? ''
    this.offset += 1
    if (character !== '\\') return character
    const letter = this.text[this.offset] ?? ''
    this.offset += 1
    const known = escapes[letter]
    if (known !== undefined) return known
    const digits = letter === 'u' ? 4 : letter === 'U' ? 8 : 0
    const code = this.text.slice(this.offset, this.offset + digits)
    const point = Number.parseInt(code, 16)
    if (digits === 0 || !/^[0-9a-f]+$/i.test(code) || code.length < digits || point > 0x10ffff)
      this.fail(`HCL does not know the escape “\\${letter}”.`, this.offset - 2)
    this.offset += digits
    return String.fromCodePoint(point)
  }

  /** A heredoc's parts; with `<<-` the common indentation is dropped. */
  heredoc(
    parse: (text: string, offset: number, isFlush: boolean) => (string | HclExpression)[],
  ): (string | HclExpression)[] | undefined {
    const start = this.offset
    const head = this.match(heredocPattern)
    if (!head) return undefined
    const [, dash, mark = ''] = head
    const lines: string[] = []
    const from = this.offset
    for (;;) {
      if (this.done) this.fail(`The text that begins with “<<${mark}” is not closed.`, start)
      const end = this.text.indexOf('\n', this.offset)
      const line = this.text.slice(this.offset, end < 0 ? undefined : end)
      if (line.trim() === mark) {
        this.offset += line.trimEnd().length
        break
      }
      lines.push(line.replace(/\r$/, ''))
      this.offset = end < 0 ? this.text.length : end + 1
    }
    const indents = lines
      .filter((line) => line.trim() !== '')
      .map((line) => line.length - line.trimStart().length)
    const indent = dash === '-' && indents.length > 0 ? Math.min(...indents) : 0
    return parse(lines.map((line) => `${line.slice(indent)}\n`).join(''), from, dash === '-')
  }

  /** The parts of a heredoc's text, where backslashes mean nothing. */
  heredocParts(inner: () => HclExpression): (string | HclExpression)[] {
    const parts: (string | HclExpression)[] = []
    let literal = ''
    while (!this.done) {
      if (this.at('$${') || this.at('%%{')) {
        literal += `${this.text[this.offset] ?? ''}{`
        this.offset += 3
      } else if (this.at('${') || this.at('%{')) {
        literal = this.inserted(literal, inner, parts, lineBlanks)
      } else {
        literal += this.text[this.offset] ?? ''
        this.offset += 1
      }
    }
    if (literal !== '') parts.push(literal)
    return parts
  }
}
