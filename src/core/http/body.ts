/** Bytes that lie elsewhere, or are still on their way; only whoever carries the message reads them. */
export interface BodySource {
  /** False until the end of a body that came without a length. */
  readonly isLengthKnown: boolean
}

/** A message body: text, bytes, or only its size where the content does not matter or comes from a source. */
export interface Body {
  readonly content: string | Uint8Array
  /** Bytes; more than `content` holds where only the size was given. */
  readonly size: number
  readonly source?: BodySource
  /** Where in the source the body begins; 0 where absent. */
  readonly start?: number
}

export const noBody: Body = { content: '', size: 0 }
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** The size of a text in UTF-8 bytes. */
export const byteLength = (text: string): number =>
  // Almost all bodies are ASCII, whose length is their size.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is what is meant
  /^[\x00-\x7f]*$/.test(text) ? text.length : encoder.encode(text).length

export const bodyOf = (content: string | Uint8Array | undefined, size?: number): Body => {
  if (content === undefined) return size === undefined ? noBody : { content: '', size }
  return { content, size: size ?? (typeof content === 'string' ? byteLength(content) : content.length) }
}

export const bodyBytes = ({ content }: Body): Uint8Array =>
  typeof content === 'string' ? encoder.encode(content) : content

export const bodyText = ({ content }: Body): string =>
  typeof content === 'string' ? content : decoder.decode(content)

/** Bytes `start` to `end` of a body, both included. */
export function sliceBody(body: Body, start: number, end: number): Body {
  const size = end - start + 1
  if (body.source) return { content: '', size, source: body.source, start: (body.start ?? 0) + start }
  if (typeof body.content !== 'string') return { content: body.content.subarray(start, end + 1), size }
  if (byteLength(body.content) === body.content.length)
    return { content: body.content.slice(start, end + 1), size }
  return { content: bodyBytes(body).slice(start, end + 1), size }
}
