// Hashes, HMAC and the part of Web Crypto that needs no key formats.
;(kit) => {
  const { host, language, isNode, encode, decode, Buffer, bytesLike, bufferOf, btoaRaw, atobRaw } = kit

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
    copy() {
      if (this._done) throw new Error('Digest already called')
      const same = new Digest(this._start)
      same._parts = this._parts
      return same
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
    if (!known.includes(plain) && isNode) throw new Error('Digest method not supported')
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
    const buffer = Buffer.alloc(size)
    for (let i = 0; i < size; i++) buffer[i] = Math.floor(Math.random() * 256)
    return buffer
  }
  const randomUUID = () => {
    const b = randomBytes(16)
    b[6] = (b[6] & 15) | 64
    b[8] = (b[8] & 63) | 128
    return b.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }
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
  Object.assign(kit, {
    crypto,
    Digest,
    subtle,
    webcrypto,
    randomBytes,
    randomUUID,
    randomHex: (size) => randomBytes(size).toString('hex'),
  })
}
