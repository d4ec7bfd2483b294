/**
 * Encrypts the value of a form field for the holder of the private key. CloudFront wraps it as a message of the AWS
 * Encryption SDK; here it is RSA-OAEP over a key of AES-GCM, without that envelope.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html#field-level-encryption-decrypt
 */
const keys = new Map<string, Promise<CryptoKey | null>>()

function bytesOfPem(pem: string): Uint8Array<ArrayBuffer> | null {
  const base64 = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(pem)?.[1]
  try {
    return base64 === undefined
      ? null
      : Uint8Array.from(atob(base64.replaceAll(/\s/g, '')), (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

/** The key of a PEM text; null where it is none of RSA. */
function importKey(pem: string): Promise<CryptoKey | null> {
  const known = keys.get(pem)
  if (known) return known
  const bytes = bytesOfPem(pem)
  const imported = bytes
    ? crypto.subtle.importKey('spki', bytes, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']).then(
        (key) => key,
        () => null,
      )
    : Promise.resolve(null)
  keys.set(pem, imported)
  return imported
}

const base64Of = (...parts: readonly Uint8Array[]): string =>
  btoa(parts.map((part) => String.fromCharCode(...part)).join(''))

/** The encrypted value in base64: the wrapped key, the nonce and the ciphertext. Null where the key cannot be read. */
export async function encryptValue(value: string, pem: string): Promise<string | null> {
  const key = await importKey(pem)
  if (!key) return null
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const wrapped = await crypto.subtle.encrypt('RSA-OAEP', key, secret)
  const aes = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt'])
  const text = new TextEncoder().encode(value)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, aes, text)
  return base64Of(new Uint8Array(wrapped), nonce, new Uint8Array(sealed))
}
