/** Signatures on curves: ECDSA (FIPS 186-5) on P-256, P-384 and P-521, and Ed25519 (RFC 8032). Keys are PEM, DER or JWK. */

import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { tableOf } from '#core/ground/names.ts'
import { bytesOfBase64, derOf, type Element, element, elements } from './der.ts'

const curves = { 'P-256': p256, 'P-384': p384, 'P-521': p521 }
type CurveName = keyof typeof curves
const hashes = { sha256, sha384, sha512 }
const isHash = (name: string): name is keyof typeof hashes => Object.hasOwn(hashes, name)

/** DER of the object identifiers, by the name that JWK has for the curve. */
const identifiers: Readonly<Record<string, string>> = tableOf({
  '2a8648ce3d030107': 'P-256',
  '2b81040022': 'P-384',
  '2b81040023': 'P-521',
  '2b6570': 'Ed25519',
})

export interface CurveKey {
  readonly curve: CurveName | 'Ed25519'
  readonly open: Uint8Array | null
  readonly hidden: Uint8Array | null
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((one) => [...one]))
const isCurve = (name: string | undefined): name is CurveKey['curve'] =>
  name === 'Ed25519' || (name !== undefined && Object.hasOwn(curves, name))

function ofJwk(text: string): CurveKey | null {
  const { crv, x, y, d }: { crv?: string; x?: string; y?: string; d?: string } = JSON.parse(text)
  if (!isCurve(crv)) return null
  const [left, right] = [x, y].map((part) => (part === undefined ? null : bytesOfBase64(part)))
  const open = !left ? null : right ? joined(Uint8Array.of(4), left, right) : left
  return { curve: crv, open, hidden: d === undefined ? null : bytesOfBase64(d) }
}

/** All elements of a key's DER, those inside octet strings that hold DER included. */
function* everyElement(der: Uint8Array): Generator<Element> {
  for (const one of elements(der)) {
    yield one
    const isHolder = (one.tag & 0x20) !== 0 || (one.tag === 4 && (one.body[0] === 0x30 || one.body[0] === 4))
    if (!isHolder) continue
    try {
      yield* everyElement(one.body)
    } catch {
      // An octet string that only looks like DER holds a key's bytes.
    }
  }
}

function ofDer(der: Uint8Array): CurveKey | null {
  element(der)
  const all = [...everyElement(der)]
  const curve = all.map(({ tag, body }) => (tag === 6 ? identifiers[hexOf(body)] : undefined)).find(isCurve)
  if (!curve) return null
  const size = curve === 'Ed25519' ? 32 : curves[curve].lengths.secretKey
  const hidden = all.find(({ tag, body }) => tag === 4 && body.length === size)?.body ?? null
  const point = all.find(({ tag }) => tag === 3)?.body.subarray(1) ?? null
  return { curve, open: point, hidden }
}

/** The key of a text; null where it is of another kind. */
export function curveKey(text: string): CurveKey | null {
  try {
    return text.startsWith('{') ? ofJwk(text) : ofDer(derOf(text))
  } catch {
    return null
  }
}

export const openPart = ({ curve, open, hidden }: CurveKey): Uint8Array => {
  if (open) return open
  if (!hidden) throw new TypeError('The key holds no public part')
  return curve === 'Ed25519' ? ed25519.getPublicKey(hidden) : curves[curve].getPublicKey(hidden, false)
}

const format = (isDer: boolean) => (isDer ? 'der' : 'compact')
const digest = (hash: string, data: Uint8Array): Uint8Array => {
  if (!isHash(hash)) throw new TypeError(`not supported algorithm: “${hash}”`)
  return hashes[hash](data)
}

export function signByCurve(key: CurveKey, hash: string, data: Uint8Array, isDer: boolean): Uint8Array {
  if (!key.hidden) throw new TypeError('This is no private key')
  if (key.curve === 'Ed25519') return ed25519.sign(data, key.hidden)
  return curves[key.curve].sign(digest(hash, data), key.hidden, {
    prehash: false,
    lowS: false,
    format: format(isDer),
  })
}

export function verifyByCurve(
  key: CurveKey,
  hash: string,
  data: Uint8Array,
  signature: Uint8Array,
  isDer: boolean,
): boolean {
  try {
    if (key.curve === 'Ed25519') return ed25519.verify(signature, data, openPart(key))
    return curves[key.curve].verify(signature, digest(hash, data), openPart(key), {
      prehash: false,
      lowS: false,
      format: format(isDer),
    })
  } catch {
    return false
  }
}
