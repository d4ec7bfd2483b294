/** Verifies signatures with Web Crypto: RSA (PKCS #1 v1.5) and ECDSA P-256. */
interface ImportedKey {
  readonly kind: 'RSA' | 'EC'
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The object identifier of id-ecPublicKey, in DER. */
const ecPublicKey = '\u002a\u0086\u0048\u00ce\u003d\u0002\u0001'

function readPem(pem: string): ImportedKey | undefined {
  const base64 = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(pem)?.[1]
  if (base64 === undefined) return undefined
  try {
    const binary = atob(base64.replaceAll(/\s/g, ''))
    return {
      kind: binary.includes(ecPublicKey) ? 'EC' : 'RSA',
      bytes: Uint8Array.from(binary, (character) => character.charCodeAt(0)),
    }
  } catch {
    return undefined
  }
}

/** DER's `SEQUENCE { r, s }` as the 64 bytes that Web Crypto takes; undefined where it is something else. */
function fromDer(signature: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (signature.length === 64) return Uint8Array.from(signature)
  if (signature[0] !== 0x30) return undefined
  const joined = new Uint8Array(64)
  let at = 2
  for (const place of [32, 64]) {
    if (signature[at] !== 2) return undefined
    const length = signature[at + 1] ?? 0
    const integer = signature.subarray(at + 2, at + 2 + length)
    const digits = integer[0] === 0 ? integer.subarray(1) : integer
    if (digits.length > 32) return undefined
    joined.set(digits, place - digits.length)
    at += 2 + length
  }
  return joined
}

const keys = new Map<string, Promise<CryptoKey | undefined>>()

function importKey(pem: string, hash: 'SHA-1' | 'SHA-256'): Promise<CryptoKey | undefined> {
  const id = `${hash} ${pem}`
  const known = keys.get(id)
  if (known) return known
  const read = readPem(pem)
  const algorithm =
    read?.kind === 'EC' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSASSA-PKCS1-v1_5', hash }
  const imported = read
    ? crypto.subtle.importKey('spki', read.bytes, algorithm, false, ['verify']).then(
        (key) => key,
        () => undefined,
      )
    : Promise.resolve(undefined)
  keys.set(id, imported)
  return imported
}

/** False for a bad signature as well as for a key that cannot be read. */
export async function isSignatureGood(
  pem: string,
  hash: 'SHA-1' | 'SHA-256',
  signature: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<boolean> {
  const key = await importKey(pem, hash)
  if (!key) return false
  const isEc = key.algorithm.name === 'ECDSA'
  const bytes = isEc ? fromDer(signature) : signature
  if (!bytes) return false
  const algorithm = isEc ? { name: 'ECDSA', hash } : 'RSASSA-PKCS1-v1_5'
  return crypto.subtle.verify(algorithm, key, bytes, new TextEncoder().encode(text))
}
