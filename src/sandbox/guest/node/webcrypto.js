// Web Crypto as far as our side computes it: HMAC, AES, RSASSA-PKCS1-v1_5, ECDSA, Ed25519, PBKDF2 and HKDF.
const kit = require('guest:kit')
const { host, bytesLike, bufferOf, encode, atobRaw, btoaRaw, randomBytes, randomUUID } = kit
const { DOMException } = require('guest:events')

const inside = Symbol('inside')
class CryptoKey {
  constructor(key, fields) {
    if (key !== inside)
      throw Object.assign(new TypeError('Illegal constructor'), { code: 'ERR_ILLEGAL_CONSTRUCTOR' })
    const { type, algorithm, extractable, usages, raw, text } = fields
    Object.assign(this, { type, algorithm, extractable: Boolean(extractable), usages: [...(usages ?? [])] })
    // What our side reads stays out of sight of loops over the key.
    Object.defineProperty(this, '_raw', { value: raw })
    Object.defineProperty(this, '_text', { value: text })
  }
  get [Symbol.toStringTag]() {
    return 'CryptoKey'
  }
}
const nameOf = (spec) => String(spec?.name ?? spec)
const specOf = (spec) => (typeof spec === 'string' ? { name: spec } : spec)
const hashOf = (spec) => nameOf(spec).toLowerCase().replace('-', '')
const out = (raw) => bufferOf(raw).buffer
const lacks = (what) => kit.cannot('builtin', `has not all of Web Crypto: the function asked for ${what}`)
const isSecret = (name) => /^(HMAC|AES-\w+|PBKDF2|HKDF)$/i.test(name)
const known = /^(HMAC|AES-(GCM|CBC|CTR)|PBKDF2|HKDF|RSASSA-PKCS1-v1_5|ECDSA|Ed25519)$/i

const algorithmOf = (spec, raw, info) => {
  const { name, hash, namedCurve } = specOf(spec)
  return {
    name,
    ...(hash !== undefined && { hash: { name: nameOf(hash) } }),
    ...(raw !== undefined && /^(HMAC|AES)/i.test(name) && { length: raw.length * 8 }),
    ...(info?.bits !== undefined && { modulusLength: info.bits, publicExponent: new Uint8Array([1, 0, 1]) }),
    ...(namedCurve !== undefined && { namedCurve }),
  }
}
function importSecret(format, data, spec, extractable, usages) {
  const isJwk = format === 'jwk'
  if (!isJwk && format !== 'raw')
    throw new DOMException(`Unable to import a secret key as “${format}”`, 'NotSupportedError')
  if (isJwk && data?.kty !== 'oct') throw new DOMException('Invalid keyData', 'DataError')
  const raw = isJwk ? atobRaw(data.k) : bytesLike(data)
  return new CryptoKey(inside, {
    type: 'secret',
    algorithm: algorithmOf(spec, raw),
    extractable,
    usages,
    raw,
  })
}
const curves = { 65: 'P-256', 97: 'P-384', 133: 'P-521', 32: 'Ed25519' }
const ofPoint = (raw) => {
  const crv = curves[raw.length]
  if (!crv) throw new DOMException('Invalid keyData', 'DataError')
  const at = (from, to) => encode(raw.slice(from, to), 'base64url')
  const half = (raw.length - 1) / 2
  return JSON.stringify(
    crv === 'Ed25519'
      ? { kty: 'OKP', crv, x: at(0) }
      : { kty: 'EC', crv, x: at(1, 1 + half), y: at(1 + half) },
  )
}
function importPair(format, data, spec, extractable, usages) {
  const text =
    format === 'jwk'
      ? JSON.stringify(data)
      : format === 'raw'
        ? ofPoint(bytesLike(data))
        : btoaRaw(bytesLike(data))
  const info = JSON.parse(host('keyInfo', text))
  if (!info) throw new DOMException('Invalid keyData', 'DataError')
  return new CryptoKey(inside, {
    type: info.kind,
    algorithm: algorithmOf(spec, undefined, info),
    extractable,
    usages,
    text,
  })
}
const cipherMode = (spec) => {
  const mode = /^AES-(GCM|CBC|CTR)$/i.exec(nameOf(spec))?.[1]
  return mode ? mode.toLowerCase() : lacks(nameOf(spec))
}
const aes = (way, spec, key, data) => {
  const mode = cipherMode(spec)
  if (mode === 'gcm' && (spec.tagLength ?? 128) !== 128) lacks('AES-GCM with a short tag')
  const iv = bytesLike(spec.iv ?? spec.counter)
  const extra = spec.additionalData === undefined ? '' : bytesLike(spec.additionalData)
  try {
    return host('aes', mode, way, key._raw, iv, bytesLike(data), extra)
  } catch (_) {
    throw new DOMException('The operation failed for an operation-specific reason', 'OperationError')
  }
}
const derived = (spec, key, bits) => {
  const bytes = String(bits / 8)
  const salt = bytesLike(spec.salt)
  if (/^PBKDF2$/i.test(nameOf(spec)))
    return host('pbkdf2', hashOf(spec.hash), key._raw, salt, String(spec.iterations), bytes)
  if (/^HKDF$/i.test(nameOf(spec)))
    return host('hkdf', hashOf(spec.hash), key._raw, salt, bytesLike(spec.info), bytes)
  return lacks(nameOf(spec))
}
const lengthOf = ({ length, hash }) =>
  length ?? ({ sha1: 512, sha256: 512, sha384: 1024, sha512: 1024 }[hashOf(hash)] || 512)

class SubtleCrypto {
  async digest(spec, data) {
    return out(host('hash', hashOf(spec), bytesLike(data)))
  }
  async importKey(format, data, spec, extractable, usages) {
    const name = nameOf(spec)
    if (!known.test(name)) lacks(name)
    return isSecret(name)
      ? importSecret(format, data, spec, extractable, usages)
      : importPair(format, data, spec, extractable, usages)
  }
  async exportKey(format, key) {
    if (!key.extractable) throw new DOMException('key is not extractable', 'InvalidAccessException')
    if (key._raw !== undefined) {
      if (format === 'raw') return out(key._raw)
      return { kty: 'oct', k: encode(key._raw, 'base64url'), ext: true, key_ops: key.usages }
    }
    if (format === 'jwk' && key._text.startsWith('{'))
      return Object.assign(JSON.parse(key._text), { ext: true, key_ops: key.usages })
    if (format === 'raw') return out(host('openPart', key._text))
    if ((format === 'spki' || format === 'pkcs8') && !key._text.startsWith('{'))
      return out(atobRaw(key._text))
    return lacks(`a key written as “${format}”`)
  }
  async generateKey(spec, extractable, usages) {
    const name = nameOf(spec)
    if (!/^(HMAC|AES-\w+)$/i.test(name)) lacks(`a pair of keys for ${name}`)
    const raw = bytesLike(randomBytes(lengthOf(spec) / 8))
    return new CryptoKey(inside, {
      type: 'secret',
      algorithm: algorithmOf(spec, raw),
      extractable,
      usages,
      raw,
    })
  }
  async sign(spec, key, data) {
    if (/^HMAC$/i.test(nameOf(spec)))
      return out(host('hmac', hashOf(key.algorithm.hash), key._raw, bytesLike(data)))
    const hash = hashOf(specOf(spec).hash ?? key.algorithm.hash ?? 'sha512')
    return out(host('sign', hash, key._text, bytesLike(data), 'compact'))
  }
  async verify(spec, key, signature, data) {
    const made = bytesLike(signature)
    if (/^HMAC$/i.test(nameOf(spec)))
      return host('hmac', hashOf(key.algorithm.hash), key._raw, bytesLike(data)) === made
    const hash = hashOf(specOf(spec).hash ?? key.algorithm.hash ?? 'sha512')
    return host('verify', hash, key._text, bytesLike(data), made, 'compact') === 'yes'
  }
  async encrypt(spec, key, data) {
    return out(aes('seal', spec, key, data))
  }
  async decrypt(spec, key, data) {
    return out(aes('open', spec, key, data))
  }
  async deriveBits(spec, key, bits) {
    return out(derived(spec, key, bits))
  }
  async deriveKey(spec, key, target, extractable, usages) {
    return importSecret(
      'raw',
      bufferOf(derived(spec, key, lengthOf(specOf(target)))),
      target,
      extractable,
      usages,
    )
  }
  async wrapKey() {
    return lacks('a wrapped key')
  }
  async unwrapKey() {
    return lacks('a wrapped key')
  }
}
class Crypto {
  constructor(key) {
    if (key !== inside) throw new TypeError('Illegal constructor')
    Object.defineProperty(this, 'subtle', { value: new SubtleCrypto(), enumerable: true })
  }
  getRandomValues(view) {
    if (view.byteLength > 65536)
      throw new DOMException(`The requested length exceeds 65,536 bytes`, 'QuotaExceededError')
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(randomBytes(view.byteLength))
    return view
  }
  randomUUID() {
    return randomUUID()
  }
}
const crypto = new Crypto(inside)
module.exports = { crypto, webcrypto: crypto, Crypto, CryptoKey, SubtleCrypto }
