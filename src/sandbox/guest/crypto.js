// Hashes, HMAC and the part of Web Crypto that needs no key formats.
;(kit) => {
  const {
    host,
    language,
    isNode,
    encode,
    decode,
    Buffer,
    bytesLike,
    bufferOf,
    utf8Decode,
    btoaRaw,
    atobRaw,
  } = kit

  class Digest {
    constructor(start) {
      this._parts = ''
      this._start = start
    }
    update(value, encoding) {
      if (this._done) throw new Error('Digest already called')
      this._parts += typeof value === 'string' ? decode(value, encoding) : bytesLike(value)
      return this
    }
    digest(encoding) {
      if (this._done) throw new Error('Digest already called')
      this._done = true
      const raw = this._start(this._parts)
      if (encoding !== undefined && encoding !== 'buffer') return encode(raw, encoding)
      return language === 'cloudfront-js-1.0' ? raw : bufferOf(raw)
    }
  }
  const known = isNode ? ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] : ['md5', 'sha1', 'sha256']
  const algorithmOf = (name) => {
    const plain = String(name).toLowerCase().replace('-', '')
    if (!known.includes(plain)) throw new TypeError(`not supported algorithm: "${name}"`)
    return plain
  }
  const crypto = {
    createHash(name) {
      const algorithm = algorithmOf(name)
      return new Digest((raw) => host('hash', algorithm, raw))
    },
    createHmac(name, key) {
      const algorithm = algorithmOf(name)
      const secret = bytesLike(key)
      return new Digest((raw) => host('hmac', algorithm, secret, raw))
    },
  }
  const randomBytes = (size) => {
    const buffer = new Buffer(size)
    for (let i = 0; i < size; i++) buffer[i] = Math.floor(Math.random() * 256)
    return buffer
  }
  const randomUUID = () => {
    const b = randomBytes(16)
    b[6] = (b[6] & 15) | 64
    b[8] = (b[8] & 63) | 128
    return b.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }
  if (isNode)
    Object.assign(crypto, {
      randomBytes,
      randomUUID,
      getHashes: () => known,
      timingSafeEqual(a, b) {
        if (a.length !== b.length) throw new RangeError('Input buffers must have the same byte length')
        return Buffer.compare(a, b) === 0
      },
      randomInt(min, max) {
        return max === undefined
          ? Math.floor(Math.random() * min)
          : min + Math.floor(Math.random() * (max - min))
      },
    })
  // RSA: a key is kept as the text that the host reads, PEM or JWK.
  const keyText = (key) => {
    if (typeof key === 'string') return key
    if (key?._text !== undefined) return key._text
    if (key instanceof Uint8Array) return utf8Decode(bytesLike(key))
    if (key?.format === 'jwk') return JSON.stringify(key.key)
    if (key?.format === 'der') return btoaRaw(bytesLike(key.key))
    if (key?.key !== undefined) return keyText(key.key)
    throw new TypeError('The key has to be PEM, DER or JWK')
  }
  const rsaDigest = (name) => String(name).toLowerCase().replace(/^rsa-/, '').replace('-', '')
  const keyObject = (type) => (key) => ({
    type,
    asymmetricKeyType: 'rsa',
    _text: keyText(key),
    export() {
      return this._text
    },
  })
  class Signing {
    constructor(name) {
      this._algorithm = rsaDigest(name)
      this._parts = ''
    }
    update(value, encoding) {
      this._parts += typeof value === 'string' ? decode(value, encoding) : bytesLike(value)
      return this
    }
    write(value, encoding) {
      this.update(value, encoding)
    }
    end(value, encoding) {
      if (value !== undefined) this.update(value, encoding)
      return this
    }
    verify(key, signature, encoding) {
      const raw = typeof signature === 'string' ? decode(signature, encoding) : bytesLike(signature)
      return host('verifyRsa', this._algorithm, keyText(key), this._parts, raw) === 'yes'
    }
    sign(key, encoding) {
      const raw = host('signRsa', this._algorithm, keyText(key), this._parts)
      return encoding === undefined ? bufferOf(raw) : encode(raw, encoding)
    }
  }
  if (isNode)
    Object.assign(crypto, {
      createVerify: (name) => new Signing(name),
      createSign: (name) => new Signing(name),
      createPublicKey: keyObject('public'),
      createPrivateKey: keyObject('private'),
      createSecretKey: (key, encoding) =>
        typeof key === 'string' ? bufferOf(decode(key, encoding)) : bufferOf(bytesLike(key)),
      verify: (name, data, key, signature) => new Signing(name).update(data).verify(key, signature),
      sign: (name, data, key) => new Signing(name).update(data).sign(key),
      hash: (name, data, encoding) =>
        crypto
          .createHash(name)
          .update(data)
          .digest(encoding === undefined ? 'hex' : encoding),
    })
  const asBuffer = (value) => {
    const raw = bytesLike(value)
    return bufferOf(raw).buffer
  }
  const webHash = (spec) =>
    String(spec?.name || spec)
      .toLowerCase()
      .replace('-', '')
  const subtle = {
    async digest(spec, data) {
      return asBuffer(bufferOf(host('hash', webHash(spec), bytesLike(data))))
    },
    async importKey(format, data, spec, extractable, usages) {
      const isRsa = /^rsassa/i.test(String(spec?.name || spec))
      if (isRsa && ['jwk', 'spki', 'pkcs8'].includes(format))
        return {
          type: format === 'pkcs8' || data?.d ? 'private' : 'public',
          algorithm: spec,
          extractable,
          usages,
          _text: format === 'jwk' ? JSON.stringify(data) : btoaRaw(bytesLike(data)),
        }
      if (format === 'jwk' && data?.kty === 'oct')
        return { type: 'secret', algorithm: spec, extractable, usages, _raw: atobRaw(data.k) }
      if (format !== 'raw')
        throw new TypeError(`The sandbox imports raw, RSA and symmetric JWK keys, not “${format}”`)
      return { type: 'secret', algorithm: spec, extractable, usages, _raw: bytesLike(data) }
    },
    async sign(_spec, key, data) {
      if (key._text !== undefined)
        return asBuffer(bufferOf(host('signRsa', webHash(key.algorithm.hash), key._text, bytesLike(data))))
      return asBuffer(bufferOf(host('hmac', webHash(key.algorithm.hash), key._raw, bytesLike(data))))
    },
    async verify(_spec, key, signature, data) {
      if (key._text !== undefined)
        return (
          host('verifyRsa', webHash(key.algorithm.hash), key._text, bytesLike(data), bytesLike(signature)) ===
          'yes'
        )
      return host('hmac', webHash(key.algorithm.hash), key._raw, bytesLike(data)) === bytesLike(signature)
    },
  }
  const webcrypto = {
    subtle,
    getRandomValues(view) {
      view.set(randomBytes(view.length))
      return view
    },
    randomUUID,
  }
  Object.assign(kit, { crypto, subtle, webcrypto })
}
