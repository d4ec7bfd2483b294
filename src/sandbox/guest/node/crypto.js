// Node's crypto: hashes, signatures, ciphers and derivations that our side can compute.
const kit = require('guest:kit')
const { host, bytesLike, bufferOf, utf8Decode, encode, decode } = kit

const typed = (Kind, code, message) => Object.assign(new Kind(message), { code })
const refuse = (name) =>
  kit.refusing('builtin', `has not all of Node.js: the function called “crypto.${name}”`, name)
const rawOf = (value, encoding) => (typeof value === 'string' ? decode(value, encoding) : bytesLike(value))
const given = (raw, encoding) =>
  encoding === undefined || encoding === 'buffer' ? bufferOf(raw) : encode(raw, encoding)
const digestName = (name) =>
  String(name)
    .toLowerCase()
    .replace(/^(rsa-|ecdsa-with-|id-)/, '')
    .replace('-', '')

const inside = Symbol('inside')
class KeyObject {
  #text
  #raw
  constructor(type, key, info) {
    if (!info?.[inside])
      throw typed(TypeError, 'ERR_INVALID_ARG_VALUE', 'KeyObjects are made by createSecretKey and its like')
    Object.defineProperty(this, 'type', { value: type, enumerable: true })
    if (type === 'secret') this.#raw = key
    else this.#text = key
    if (type === 'secret') return
    this.asymmetricKeyType = info.type
    this.asymmetricKeyDetails =
      info.type === 'rsa'
        ? { modulusLength: info.bits, publicExponent: 65537n }
        : info.type === 'ec'
          ? { namedCurve: { 'P-256': 'prime256v1', 'P-384': 'secp384r1', 'P-521': 'secp521r1' }[info.curve] }
          : {}
  }
  static from(key) {
    return key._text === undefined ? secretOf(key._raw) : keyOf(key.type, key._text)
  }
  get symmetricKeySize() {
    return this.#raw?.length
  }
  equals(other) {
    return textIn(this) === textIn(other) && rawIn(this) === rawIn(other)
  }
  export(options = {}) {
    if (this.type === 'secret')
      return options.format === 'jwk'
        ? { kty: 'oct', k: encode(this.#raw, 'base64url') }
        : bufferOf(this.#raw)
    if (options.format === 'jwk') {
      if (this.#text.startsWith('{')) return JSON.parse(this.#text)
      return kit.cannot('builtin', 'writes no PEM key as a JWK')
    }
    if (this.#text.startsWith('{')) return kit.cannot('builtin', 'writes no JWK as a PEM key')
    return options.format === 'der'
      ? bufferOf(kit.atobRaw(this.#text.replace(/-----[^-]+-----|\s/g, '')))
      : this.#text
  }
  static text(key) {
    return key.#text
  }
  static raw(key) {
    return key.#raw
  }
}
const [textIn, rawIn] = [KeyObject.text, KeyObject.raw]
delete KeyObject.text
delete KeyObject.raw
class PublicKeyObject extends KeyObject {}
class PrivateKeyObject extends KeyObject {}
class SecretKeyObject extends KeyObject {}

const pemOf = (key) => {
  if (typeof key === 'string') return key
  if (key instanceof KeyObject) return textIn(key)
  if (key?._text !== undefined) return key._text
  if (ArrayBuffer.isView(key)) return utf8Decode(bytesLike(key))
  if (key?.format === 'jwk') return JSON.stringify(key.key)
  if (key?.format === 'der') return kit.btoaRaw(bytesLike(key.key))
  if (key?.key !== undefined) return pemOf(key.key)
  throw typed(
    TypeError,
    'ERR_INVALID_ARG_TYPE',
    'The "key" argument must be of type string or an instance of Buffer or KeyObject.',
  )
}
const infoOf = (text) => {
  const info = JSON.parse(host('keyInfo', text))
  if (!info) throw typed(Error, 'ERR_OSSL_UNSUPPORTED', 'error:1E08010C:DECODER routines::unsupported')
  return Object.assign(info, { [inside]: true })
}
const keyOf = (type, text) => {
  const info = infoOf(text)
  if (type === 'private' && info.kind !== 'private')
    throw typed(Error, 'ERR_OSSL_UNSUPPORTED', 'error:1E08010C:DECODER routines::unsupported')
  return type === 'private' ? new PrivateKeyObject(type, text, info) : new PublicKeyObject(type, text, info)
}
const secretOf = (raw) => new SecretKeyObject('secret', raw, { [inside]: true })
const secretRaw = (key) =>
  key instanceof KeyObject ? rawIn(key) : key?._raw !== undefined ? key._raw : bytesLike(key)

class Signing extends require('stream').Writable {
  constructor(name) {
    super()
    this.algorithm = digestName(name)
    this.parts = ''
  }
  update(value, encoding) {
    this.parts += rawOf(value, encoding)
    return this
  }
  _write(part, encoding, done) {
    this.update(part, encoding)
    done()
  }
}
const formOf = (key) => (key?.dsaEncoding === 'ieee-p1363' ? 'compact' : 'der')
class Sign extends Signing {
  sign(key, encoding) {
    return given(host('sign', this.algorithm, pemOf(key), this.parts, formOf(key)), encoding)
  }
}
class Verify extends Signing {
  verify(key, signature, encoding) {
    return (
      host('verify', this.algorithm, pemOf(key), this.parts, rawOf(signature, encoding), formOf(key)) ===
      'yes'
    )
  }
}

const cipherPattern = /^aes-?(128|192|256)-(gcm|cbc|ctr)$/i
class Cipher extends require('stream').Transform {
  constructor(way, name, key, iv, options) {
    super(options)
    const found = cipherPattern.exec(String(name))
    if (!found) kit.cannot('builtin', `has AES in GCM, CBC and CTR alone, not “${name}”`)
    this.way = way
    this.mode = found[2].toLowerCase()
    this.key = secretRaw(key)
    if (this.key.length * 8 !== Number(found[1]))
      throw typed(RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length')
    this.iv = bytesLike(iv)
    if (this.mode !== 'gcm' && this.iv.length !== 16)
      throw typed(TypeError, 'ERR_CRYPTO_INVALID_IV', 'Invalid initialization vector')
    this.parts = ''
    this.extra = ''
  }
  setAAD(value) {
    this.extra += bytesLike(value)
    return this
  }
  setAutoPadding(isOn = true) {
    if (!isOn) kit.cannot('builtin', 'pads what AES-CBC encrypts')
    return this
  }
  setAuthTag(tag) {
    this.tag = bytesLike(tag)
    return this
  }
  getAuthTag() {
    return bufferOf(this.tag)
  }
  /** All comes out at the end: the parts of a message are the caller's to join. */
  update(value, encoding, output) {
    this.parts += rawOf(value, encoding)
    return given('', output)
  }
  final(output) {
    const isGcm = this.mode === 'gcm'
    const data = this.way === 'open' && isGcm ? this.parts + (this.tag ?? '') : this.parts
    let raw
    try {
      raw = host('aes', this.mode, this.way, this.key, this.iv, data, this.extra)
    } catch (_) {
      if (isGcm) throw new Error('Unsupported state or unable to authenticate data')
      throw typed(Error, 'ERR_OSSL_BAD_DECRYPT', 'error:1C800064:Provider routines::bad decrypt')
    }
    if (this.way === 'seal' && isGcm) {
      this.tag = raw.slice(-16)
      raw = raw.slice(0, -16)
    }
    return given(raw, output)
  }
  _transform(part, encoding, done) {
    this.update(part, encoding)
    done()
  }
  _flush(done) {
    this.push(this.final())
    done()
  }
}

const later =
  (run) =>
  (...args) => {
    const done = args.pop()
    queueMicrotask(() => {
      let value
      try {
        value = run(...args)
      } catch (error) {
        done(error)
        return
      }
      done(null, value)
    })
  }
const pbkdf2Sync = (secret, salt, count, length, name) =>
  bufferOf(
    host('pbkdf2', digestName(name), bytesLike(secret), bytesLike(salt), String(count), String(length)),
  )
const hkdfSync = (name, secret, salt, info, length) =>
  bufferOf(
    host('hkdf', digestName(name), secretRaw(secret), bytesLike(salt), bytesLike(info), String(length)),
  ).buffer
const scryptSync = (secret, salt, length, options = {}) => {
  const { N = options.cost ?? 16384, r = options.blockSize ?? 8 } = options
  if (N > 32768) kit.cannot('builtin', 'derives no keys by scrypt at a cost above 32768')
  return bufferOf(host('scrypt', bytesLike(secret), bytesLike(salt), String(N), String(r), String(length)))
}
const generateKeySync = (type, { length }) => {
  if (type !== 'hmac' && type !== 'aes')
    throw typed(TypeError, 'ERR_INVALID_ARG_VALUE', `“${type}” is no kind of key`)
  return secretOf(bytesLike(kit.randomBytes(Math.floor(length / 8))))
}
const randomFillSync = (view, offset = 0, size) => {
  const bytes = new Uint8Array(view.buffer ?? view, view.byteOffset ?? 0, view.byteLength)
  const end = size === undefined ? bytes.length : offset + size
  bytes.set(kit.randomBytes(end - offset), offset)
  return view
}
const { webcrypto, CryptoKey } = require('guest:webcrypto')
const crypto = Object.assign({}, kit.crypto, {
  KeyObject,
  Hash: kit.Digest,
  Hmac: kit.Digest,
  Sign,
  Verify,
  CryptoKey,
  createSign: (name) => new Sign(name),
  createVerify: (name) => new Verify(name),
  createPublicKey: (key) => keyOf('public', pemOf(key)),
  createPrivateKey: (key) => keyOf('private', pemOf(key)),
  createSecretKey: (key, encoding) => secretOf(rawOf(key, encoding)),
  createHmac: (name, key, options) =>
    kit.crypto.createHmac(name, key instanceof KeyObject ? bufferOf(rawIn(key)) : key, options),
  sign: (name, data, key) =>
    bufferOf(host('sign', digestName(name ?? 'sha256'), pemOf(key), bytesLike(data), formOf(key))),
  verify: (name, data, key, signature) =>
    host(
      'verify',
      digestName(name ?? 'sha256'),
      pemOf(key),
      bytesLike(data),
      bytesLike(signature),
      formOf(key),
    ) === 'yes',
  hash: (name, data, encoding = 'hex') => kit.crypto.createHash(name).update(data).digest(encoding),
  createCipheriv: (...args) => new Cipher('seal', ...args),
  createDecipheriv: (...args) => new Cipher('open', ...args),
  Cipheriv: Cipher,
  Decipheriv: Cipher,
  Cipher,
  Decipher: Cipher,
  pbkdf2Sync,
  pbkdf2: later(pbkdf2Sync),
  hkdfSync,
  hkdf: later(hkdfSync),
  scryptSync,
  scrypt: later(scryptSync),
  generateKeySync,
  generateKey: later(generateKeySync),
  randomBytes(size, done) {
    const bytes = kit.randomBytes(size)
    if (typeof done !== 'function') return bytes
    queueMicrotask(() => done(null, bytes))
    return undefined
  },
  randomFillSync,
  randomFill: later(randomFillSync),
  randomUUID: kit.randomUUID,
  randomInt(low, high, done) {
    const [from, to] = typeof high === 'number' ? [low, high] : [0, low]
    const value = from + Math.floor(Math.random() * (to - from))
    const call = typeof high === 'function' ? high : done
    if (!call) return value
    queueMicrotask(() => call(null, value))
    return undefined
  },
  timingSafeEqual(a, b) {
    if (a.byteLength !== b.byteLength)
      throw typed(
        RangeError,
        'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
        'Input buffers must have the same byte length',
      )
    return bytesLike(a) === bytesLike(b)
  },
  getHashes: () => ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'],
  getCiphers: () =>
    ['128', '192', '256'].flatMap((bits) => ['cbc', 'ctr', 'gcm'].map((mode) => `aes-${bits}-${mode}`)),
  getCurves: () => ['prime256v1', 'secp384r1', 'secp521r1'],
  getCipherInfo: () => undefined,
  getFips: () => 0,
  setFips() {},
  setEngine() {},
  secureHeapUsed: () => ({ total: 0, min: 0, used: 0, utilization: 0 }),
  constants: {
    RSA_PKCS1_PADDING: 1,
    RSA_NO_PADDING: 3,
    RSA_PKCS1_OAEP_PADDING: 4,
    RSA_PKCS1_PSS_PADDING: 6,
    RSA_PSS_SALTLEN_DIGEST: -1,
  },
  webcrypto,
  subtle: webcrypto.subtle,
  getRandomValues: (view) => webcrypto.getRandomValues(view),
})
for (const name of 'checkPrime checkPrimeSync createDiffieHellman createDiffieHellmanGroup createECDH diffieHellman generatePrime generatePrimeSync getDiffieHellman generateKeyPair generateKeyPairSync privateDecrypt privateEncrypt publicDecrypt publicEncrypt Certificate DiffieHellman DiffieHellmanGroup ECDH X509Certificate argon2 argon2Sync'.split(
  ' ',
))
  crypto[name] = refuse(name)
module.exports = crypto
