/** A design as a link: it travels in the fragment, which browsers send to no server. */
import { shareable } from '#core/edits/secrets.ts'
import { failed, type Result } from '#core/ground/result.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { openText } from './files.ts'

const prefix = '#design='
/** A link that unpacks to more than this is no design. */
const mostCharacters = 10 * 1024 * 1024

const toBase64Url = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  step: ReadableWritablePair<Uint8Array, BufferSource>,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(step).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    length += part.value.length
    if (length > mostCharacters) throw new RangeError('The link holds too much.')
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export interface ShareLink {
  readonly url: string
  /** Pointers of the values that were left out as secrets. */
  readonly leftOut: readonly string[]
}

/** The link to a design, without its secrets. `base` is the address of the page. */
export async function shareLink(name: string, document: DesignDocument, base: string): Promise<ShareLink> {
  const { document: clean, leftOut } = shareable(document)
  const text = new TextEncoder().encode(JSON.stringify({ name, ...clean }))
  const packed = await through(text, new CompressionStream('deflate-raw'))
  return { url: `${base.replace(/#.*$/, '')}${prefix}${toBase64Url(packed)}`, leftOut }
}

/** Opens the design that a fragment holds; undefined where it holds none. */
export async function openShared(fragment: string): Promise<Result<string, string> | undefined> {
  if (!fragment.startsWith(prefix)) return undefined
  try {
    const packed = fromBase64Url(fragment.slice(prefix.length))
    const text = new TextDecoder().decode(await through(packed, new DecompressionStream('deflate-raw')))
    const { name, ...design } = JSON.parse(text) as { name?: unknown } // any JSON object may have a name or not
    return await openText(typeof name === 'string' ? name : 'Shared design', JSON.stringify(design))
  } catch {
    // Cut off by a mail program, typed wrong, or made by somebody else.
    return failed('The link does not hold a whole design; ask for it again, or for a file.')
  }
}
