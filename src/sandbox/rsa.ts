/**
 * RSA signatures by RFC 8017 (PKCS #1 v1.5), synchronous as Node's `crypto.verify` is. Keys are PEM, DER or JWK.
 * It signs with the user's own key inside the sandbox and keeps none; it is not written to resist timing attacks.
 */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { bytesOfBase64, derOf, element, elements } from './der.ts'

const digests = { sha1, sha256, sha384, sha512 }
/** DER of AlgorithmIdentifier and the head of the digest, RFC 8017 §9.2 note 1. */
const prefixes: Readonly<Record<keyof typeof digests, string>> = {
  sha1: '3021300906052b0e03021a05000414',
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
}
const isDigest = (name: string): name is keyof typeof digests => Object.hasOwn(digests, name)

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const integer = (bytes: Uint8Array): bigint => BigInt(`0x${hexOf(bytes) || '0'}`)

interface RsaKey {
  readonly modulus: bigint
  /** Of the public key, or of the private one. */
  readonly exponent: bigint
}

/** The two numbers of a key's DER: `[modulus, public exponent, private exponent?]` wherever they stand in it. */
function numbers(der: Uint8Array): bigint[] {
  const parts = elements(element(der).body)
  const integers = parts.filter(({ tag }) => tag === 2).map(({ body }) => integer(body))
  const wrapped = parts.find(({ tag }) => tag === 3 || tag === 4)
  // SubjectPublicKeyInfo holds a bit string, PrivateKeyInfo an octet string; both hold the PKCS #1 key.
  if (wrapped) return numbers(wrapped.tag === 3 ? wrapped.body.subarray(1) : wrapped.body)
  // A private key begins with its version.
  return integers.length > 2 ? integers.slice(1) : integers
}

const numbersOf = (text: string): bigint[] => numbers(derOf(text))

function keyOf(text: string, isPrivate: boolean): RsaKey {
  if (text.startsWith('{')) {
    const { n = '', e = '', d = '' }: { n?: string; e?: string; d?: string } = JSON.parse(text)
    return { modulus: integer(bytesOfBase64(n)), exponent: integer(bytesOfBase64(isPrivate ? d : e)) }
  }
  const [modulus, open, hidden] = numbersOf(text)
  const exponent = isPrivate ? hidden : open
  if (modulus === undefined || exponent === undefined || modulus < 2n)
    throw new TypeError(`This is no RSA ${isPrivate ? 'private' : 'public'} key`)
  return { modulus, exponent }
}

/** The length of a key's modulus, and whether it is a private one; null where the text is no RSA key. */
export function rsaSize(text: string): { readonly bits: number; readonly isPrivate: boolean } | null {
  try {
    const isPrivate = text.startsWith('{') ? text.includes('"d":') : numbersOf(text).length > 2
    return { bits: keyOf(text, isPrivate).modulus.toString(2).length, isPrivate }
  } catch {
    return null
  }
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

const sizeOf = (modulus: bigint): number => Math.ceil(modulus.toString(16).length / 2)

/** The padded digest that a signature of `size` bytes holds, in hexadecimal. */
function encoded(algorithm: string, data: Uint8Array, size: number): string {
  if (!isDigest(algorithm)) throw new TypeError(`not supported algorithm: “${algorithm}”`)
  const tail = prefixes[algorithm] + hexOf(digests[algorithm](data))
  const filling = size * 2 - tail.length - 6
  if (filling < 16) throw new RangeError('The RSA key is too short for this digest')
  return `0001${'f'.repeat(filling)}00${tail}`
}

/** True where `signature` is the key's signature of `data`. */
export function verifyRsa(algorithm: string, key: string, data: Uint8Array, signature: Uint8Array): boolean {
  const { modulus, exponent } = keyOf(key, false)
  const size = sizeOf(modulus)
  if (signature.length !== size) return false
  const found = power(integer(signature), exponent, modulus).toString(16)
  return found.padStart(size * 2, '0') === encoded(algorithm, data, size)
}

/** The signature of `data` by a private key. */
export function signRsa(algorithm: string, key: string, data: Uint8Array): Uint8Array {
  const { modulus, exponent } = keyOf(key, true)
  const size = sizeOf(modulus)
  const made = power(BigInt(`0x${encoded(algorithm, data, size)}`), exponent, modulus)
  const hex = made.toString(16).padStart(size * 2, '0')
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
