const newline = 10

/** Cuts portions of a text in UTF-8 into lines, without what surrounds them; the last one may come without its end. */
export class TextLines {
  private readonly decoder = new TextDecoder()
  private readonly read: (line: string) => void
  private rest = ''

  /** `read` is called for every line that is not empty. */
  constructor(read: (line: string) => void) {
    this.read = read
  }

  push(bytes: Uint8Array): void {
    const isWhole = bytes.includes(newline)
    this.rest += this.decoder.decode(bytes, { stream: true })
    if (!isWhole) return
    let at = 0
    for (let end = this.rest.indexOf('\n'); end >= 0; end = this.rest.indexOf('\n', at)) {
      this.hand(this.rest.slice(at, end))
      at = end + 1
    }
    this.rest = this.rest.slice(at)
  }

  end(): void {
    this.hand(this.rest + this.decoder.decode())
    this.rest = ''
  }

  private hand(line: string): void {
    const text = line.trim()
    if (text !== '') this.read(text)
  }
}
