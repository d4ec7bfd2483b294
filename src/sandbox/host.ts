/** What code inside the sandbox may ask of us: hashes, text decoding, addresses, compression. Nothing else gets in or out. */
import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { deflateSync, Gunzip, gzipSync, Inflate, Unzlib, zlibSync } from 'fflate'
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
/** Bytes pushed at once: deflate grows a thousandfold at most, so that no step goes far past the limit. */
const slice = 4096

type Unpacker = new (onData: (part: Uint8Array) => void) => { push(bytes: Uint8Array, isLast: boolean): void }

function unpacked(Stream: Unpacker, bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Stream((part) => {
    size += part.length
    if (size > unpackedLimit) throw new RangeError('The unpacked data exceeds 8 MB')
    parts.push(part)
  })
  for (let at = 0; at === 0 || at < bytes.length; at += slice)
    stream.push(bytes.subarray(at, at + slice), at + slice >= bytes.length)
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const compressions: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  gzip: (bytes) => gzipSync(bytes),
  gunzip: (bytes) => unpacked(Gunzip, bytes),
  deflate: (bytes) => zlibSync(bytes),
  inflate: (bytes) => unpacked(Unzlib, bytes),
  deflateRaw: (bytes) => deflateSync(bytes),
  inflateRaw: (bytes) => unpacked(Inflate, bytes),
}
function compressed(name: string, bytes: Uint8Array): Uint8Array {
  const run = Object.hasOwn(compressions, name) ? compressions[name] : undefined
  if (!run) throw new TypeError(`There is no compression “${name}”`)
  return run(bytes)
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
  zlib: (operation = '', raw = '') => toRaw(compressed(operation, toBytes(raw))),
}
