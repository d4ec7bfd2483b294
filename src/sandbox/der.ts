/** The parts of ASN.1's DER (X.690) that keys are written in. */
export interface Element {
  readonly tag: number
  readonly body: Uint8Array
  readonly rest: Uint8Array
}

/** One element of DER and what follows it. */
export function element(der: Uint8Array): Element {
  const [tag = 0, first = 0] = der
  const wide = first & 0x80 ? first & 0x7f : 0
  const length = wide === 0 ? first : der.subarray(2, 2 + wide).reduce((sum, byte) => sum * 256 + byte, 0)
  const start = 2 + wide
  if (wide > 4 || start + length > der.length) throw new TypeError('The key is not DER')
  return { tag, body: der.subarray(start, start + length), rest: der.subarray(start + length) }
}

export function elements(der: Uint8Array): Element[] {
  const found: Element[] = []
  for (let rest = der; rest.length > 0 && found.length < 16; ) {
    const next = element(rest)
    found.push(next)
    rest = next.rest
  }
  return found
}

export const bytesOfBase64 = (text: string): Uint8Array => {
  const plain = text
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/[\s=]+/g, '')
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0))
}

/** The bytes of a key in PEM, or in base64 alone. */
export const derOf = (text: string): Uint8Array =>
  bytesOfBase64(/-----BEGIN [A-Z ]+-----([\s\S]+?)-----END/.exec(text)?.[1] ?? text)
