/** What code inside the sandbox may ask of us: hashes, text decoding, addresses, compression. Nothing else gets in or out. */
import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { deflateSync, gunzipSync, gzipSync, inflateSync, unzlibSync, zlibSync } from 'fflate'
import { signRsa, verifyRsa } from './rsa.ts'

const digests = { md5, sha1, sha224, sha256, sha384, sha512 }
const isDigest = (name: string): name is keyof typeof digests => Object.hasOwn(digests, name)
const digest = (name: string): (typeof digests)[keyof typeof digests] => {
  if (!isDigest(name)) throw new TypeError(`not supported algorithm: “${name}”`)
  return digests[name]
}

/** Bytes cross as strings of characters 0 to 255. */
export function toBytes(raw: string): Uint8Array {
  const bytes = new Uint8Array(raw.length)
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at)
  return bytes
}
export function toRaw(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

/** A bomb would unpack past the memory of the sandbox; Lambda@Edge bodies end at 1 MB. */
const unpackedLimit = 8 * 1024 * 1024
const compressions: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gzipSync(bytes),
  gunzip: (bytes) => gunzipSync(bytes, { out: new Uint8Array(unpackedSize(bytes)) }),
  deflate: (bytes) => zlibSync(bytes),
  inflate: (bytes) => unzlibSync(bytes),
  deflateRaw: (bytes) => deflateSync(bytes),
  inflateRaw: (bytes) => inflateSync(bytes),
}

function unpackedSize(bytes: Uint8Array): number {
  const size =
    bytes.length < 18 ? 0 : new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true)
  if (size > unpackedLimit) throw new RangeError('The unpacked data exceeds 8 MB')
  return size
}

/** The operations by name; all take and give strings, and none keeps state. */
export const hostOperations: Readonly<Record<string, (...words: string[]) => string>> = {
  hash: (name = '', raw = '') => toRaw(digest(name)(toBytes(raw))),
  hmac: (name = '', key = '', raw = '') => toRaw(hmac(digest(name), toBytes(key), toBytes(raw))),
  utf8: (raw = '') => new TextDecoder('utf-8', { ignoreBOM: true }).decode(toBytes(raw)),
  decode: (label = '', raw = '', mode = '') =>
    new TextDecoder(label, { fatal: mode.includes('fatal'), ignoreBOM: mode.includes('bom') }).decode(
      toBytes(raw),
    ),
  encoding: (label = '') => new TextDecoder(label).encoding,
  verifyRsa: (name = '', key = '', raw = '', signature = '') =>
    verifyRsa(name, key, toBytes(raw), toBytes(signature)) ? 'yes' : '',
  signRsa: (name = '', key = '', raw = '') => toRaw(signRsa(name, key, toBytes(raw))),
  zlib: (operation = '', raw = '') => toRaw((compressions[operation] ?? ((bytes) => bytes))(toBytes(raw))),
}
