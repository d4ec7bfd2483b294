/** What kind of key a PEM public key is (RFC 5280's SubjectPublicKeyInfo, in DER). */

import { tableOf } from '#core/ground/names.ts'

export interface PublicKeyKind {
  readonly algorithm: 'RSA' | 'EC' | 'other'
  /** Of RSA's modulus; undefined for other keys. */
  readonly bits?: number
  /** The elliptic curve's name, where it is one of NIST's. */
  readonly curve?: string
}

interface Element {
  readonly tag: number
  readonly content: Uint8Array
  readonly rest: Uint8Array
}

/** The first DER element of some bytes; undefined where they are not DER. */
function elementIn(bytes: Uint8Array): Element | undefined {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined) return undefined
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f
  if (lengthBytes > 4) return undefined
  const length =
    lengthBytes === 0 ? first : bytes.subarray(2, 2 + lengthBytes).reduce((sum, byte) => sum * 256 + byte, 0)
  const start = 2 + lengthBytes
  if (bytes.length < start + length) return undefined
  return { tag, content: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) }
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const rsaEncryption = '2a864886f70d010101'
const ecPublicKey = '2a8648ce3d0201'
const curves: Readonly<Record<string, string>> = tableOf({
  '2a8648ce3d030107': 'P-256',
  '2b81040022': 'P-384',
  '2b81040023': 'P-521',
})

function bytesOf(pem: string): Uint8Array | undefined {
  const base64 = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(pem)?.[1]
  if (base64 === undefined) return undefined
  try {
    return Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** The bits of an RSA modulus, in the key's own bit string (whose first byte counts unused bits). */
function modulusBits(key: Uint8Array): number | undefined {
  const modulus = elementIn(elementIn(key.subarray(1))?.content ?? new Uint8Array())
  if (modulus?.tag !== 2) return undefined
  const digits = modulus.content[0] === 0 ? modulus.content.subarray(1) : modulus.content
  const [top] = digits
  return top === undefined ? undefined : digits.length * 8 - Math.clz32(top) + 24
}

/** The kind of a PEM public key; undefined where it cannot be read as one. */
export function publicKeyKind(pem: string): PublicKeyKind | undefined {
  const info = elementIn(elementIn(bytesOf(pem) ?? new Uint8Array())?.content ?? new Uint8Array())
  const algorithm = info && elementIn(info.content)
  const key = info && elementIn(info.rest)
  if (algorithm?.tag !== 6 || key?.tag !== 3) return undefined
  const name = hex(algorithm.content)
  if (name === ecPublicKey) {
    const curve = curves[hex(elementIn(algorithm.rest)?.content ?? new Uint8Array())]
    return { algorithm: 'EC', ...(curve && { curve }) }
  }
  if (name !== rsaEncryption) return { algorithm: 'other' }
  const bits = modulusBits(key.content)
  return { algorithm: 'RSA', ...(bits !== undefined && { bits }) }
}
