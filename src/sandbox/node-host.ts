/** What only Lambda functions may ask of us: keys, ciphers, derivations, Intl, addresses. Pure, as everything in host.ts. */
import { cbc, ctr, gcm } from '@noble/ciphers/aes.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { scrypt } from '@noble/hashes/scrypt.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { curveKey, openPart, signByCurve, verifyByCurve } from './curves.ts'
import { toBytes, toRaw } from './host.ts'
import { intl } from './intl-host.ts'
import { rsaSize, signRsa, verifyRsa } from './rsa.ts'

const hashes = { md5, sha1, sha224, sha256, sha384, sha512 }
const isHash = (name: string): name is keyof typeof hashes => Object.hasOwn(hashes, name)
const hashOf = (name: string) => {
  if (!isHash(name)) throw new TypeError(`Invalid digest: ${name}`)
  return hashes[name]
}

/** A single call of these may not be interrupted, so their cost is bounded. */
const mostRounds = 200_000
const rounds = (text: string): number => {
  const count = Number(text)
  if (!(count >= 1 && count <= mostRounds))
    throw new RangeError(`The sandbox bounds derivations to ${mostRounds} rounds`)
  return count
}

function keyInfo(text: string): string {
  const onCurve = curveKey(text)
  if (onCurve) {
    const type = onCurve.curve === 'Ed25519' ? 'ed25519' : 'ec'
    return JSON.stringify({ type, kind: onCurve.hidden ? 'private' : 'public', curve: onCurve.curve })
  }
  const size = rsaSize(text)
  return size === null
    ? 'null'
    : JSON.stringify({ type: 'rsa', kind: size.isPrivate ? 'private' : 'public', bits: size.bits })
}

function signed(hash: string, key: string, raw: string, form: string): string {
  const onCurve = curveKey(key)
  return toRaw(
    onCurve ? signByCurve(onCurve, hash, toBytes(raw), form === 'der') : signRsa(hash, key, toBytes(raw)),
  )
}

function verified(hash: string, key: string, raw: string, signature: string, form: string): string {
  const onCurve = curveKey(key)
  const [data, made] = [toBytes(raw), toBytes(signature)]
  const holds = onCurve
    ? verifyByCurve(onCurve, hash, data, made, form === 'der')
    : verifyRsa(hash, key, data, made)
  return holds ? 'yes' : ''
}

function cipherOf(mode: string, key: Uint8Array, iv: Uint8Array, extra: string) {
  if (mode === 'gcm') return gcm(key, iv, extra === '' ? undefined : toBytes(extra))
  return mode === 'cbc' ? cbc(key, iv) : ctr(key, iv)
}

function aes(mode: string, way: string, key: string, iv: string, data: string, extra: string): string {
  const cipher = cipherOf(mode, toBytes(key), toBytes(iv), extra)
  return toRaw(way === 'seal' ? cipher.encrypt(toBytes(data)) : cipher.decrypt(toBytes(data)))
}

const parts = (url: URL): string => {
  const { protocol, hostname, port, pathname, search, hash, username, password, href, host, origin } = url
  return JSON.stringify({
    protocol,
    hostname,
    port,
    pathname,
    search,
    hash,
    username,
    password,
    href,
    host,
    origin,
  })
}
function address(text: string, base: string): string {
  try {
    return parts(new URL(text, base || undefined))
  } catch {
    return 'null'
  }
}
const settable = [
  'protocol',
  'hostname',
  'host',
  'port',
  'pathname',
  'search',
  'hash',
  'username',
  'password',
  'href',
] as const
function addressWith(href: string, field: string, value: string): string {
  const name = settable.find((one) => one === field)
  const url = new URL(href)
  if (name) url[name] = value
  return parts(url)
}

export const nodeOperations: Readonly<Record<string, (...words: string[]) => string>> = {
  keyInfo: (text = '') => keyInfo(text),
  openPart: (text = '') => {
    const key = curveKey(text)
    return key ? toRaw(openPart(key)) : ''
  },
  sign: (hash = '', key = '', raw = '', form = '') => signed(hash, key, raw, form),
  verify: (hash = '', key = '', raw = '', signature = '', form = '') =>
    verified(hash, key, raw, signature, form),
  aes: (mode = '', way = '', key = '', iv = '', data = '', extra = '') =>
    aes(mode, way, key, iv, data, extra),
  pbkdf2: (hash = '', secret = '', salt = '', count = '', length = '') =>
    toRaw(pbkdf2(hashOf(hash), toBytes(secret), toBytes(salt), { c: rounds(count), dkLen: Number(length) })),
  hkdf: (hash = '', secret = '', salt = '', info = '', length = '') =>
    toRaw(hkdf(hashOf(hash), toBytes(secret), toBytes(salt), toBytes(info), Number(length))),
  scrypt: (secret = '', salt = '', cost = '', block = '', length = '') =>
    toRaw(
      scrypt(toBytes(secret), toBytes(salt), {
        N: Math.min(Number(cost), 2 ** 15),
        r: Number(block),
        p: 1,
        dkLen: Number(length),
        maxmem: 2 ** 26,
      }),
    ),
  intl: (request = '') => intl(request),
  address: (text = '', base = '') => address(text, base),
  addressWith: (href = '', field = '', value = '') => addressWith(href, field, value),
}
