// Buffer and the encodings. Bytes cross to the host as strings of characters 0 to 255.
;(kit) => {
  const { host, language } = kit

  const isNode = language === 'nodejs'
  const utf8 = (text) =>
    unescape(
      encodeURIComponent(
        String(text).replace(
          /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
          '\ufffd',
        ),
      ),
    )
  const utf8Decode = (raw) => host('utf8', raw)
  const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  function btoaRaw(raw) {
    let out = ''
    for (let i = 0; i < raw.length; i += 3) {
      const n = (raw.charCodeAt(i) << 16) | ((raw.charCodeAt(i + 1) || 0) << 8) | (raw.charCodeAt(i + 2) || 0)
      out +=
        B64[n >> 18] +
        B64[(n >> 12) & 63] +
        (i + 1 < raw.length ? B64[(n >> 6) & 63] : '=') +
        (i + 2 < raw.length ? B64[n & 63] : '=')
    }
    return out
  }
  function atobRaw(text) {
    let out = ''
    let bits = 0
    let n = 0
    for (const c of text) {
      const v = c === '-' ? 62 : c === '_' ? 63 : B64.indexOf(c)
      if (v < 0) continue
      n = (n << 6) | v
      bits += 6
      if (bits >= 8) {
        bits -= 8
        out += String.fromCharCode((n >> bits) & 255)
      }
    }
    return out
  }
  const isWide = (text) => [...text].some((character) => character.codePointAt(0) > 255)
  const hexOf = (raw) => Array.from(raw, (c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  const fromHex = (text) =>
    (text.match(/[0-9a-f]{2}/gi) || []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join('')
  function encode(raw, encoding) {
    switch (String(encoding).toLowerCase()) {
      case 'hex':
        return hexOf(raw)
      case 'base64':
        return btoaRaw(raw)
      case 'base64url':
        return btoaRaw(raw).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
      case 'latin1':
      case 'binary':
        return raw
      case 'ascii':
        return raw.replace(/[\u0080-\u00ff]/g, (c) => String.fromCharCode(c.charCodeAt(0) & 127))
      case 'utf8':
      case 'utf-8':
        return utf8Decode(raw)
      default:
        throw new TypeError(`Unknown encoding: ${encoding}`)
    }
  }
  function decode(text, encoding) {
    switch (String(encoding || 'utf8').toLowerCase()) {
      case 'hex':
        return fromHex(text)
      case 'base64':
      case 'base64url':
        return atobRaw(text)
      case 'latin1':
      case 'binary':
      case 'ascii':
        return text
      case 'utf8':
      case 'utf-8':
        return utf8(text)
      default:
        throw new TypeError(`Unknown encoding: ${encoding}`)
    }
  }
  const rawOf = (bytes) => {
    let out = ''
    for (let i = 0; i < bytes.length; i += 4096)
      out += String.fromCharCode.apply(null, bytes.subarray(i, i + 4096))
    return out
  }
  class Buffer extends Uint8Array {
    static from(value, encoding, length) {
      if (typeof value === 'string') {
        const raw = decode(value, encoding)
        const buffer = new Buffer(raw.length)
        for (let i = 0; i < raw.length; i++) buffer[i] = raw.charCodeAt(i)
        return buffer
      }
      if (value instanceof ArrayBuffer)
        return new Buffer(
          value,
          encoding || 0,
          length === undefined ? value.byteLength - (encoding || 0) : length,
        )
      if (value && value.type === 'Buffer' && Array.isArray(value.data)) return Buffer.from(value.data)
      if (value && typeof value.length === 'number') {
        const buffer = new Buffer(value.length)
        for (let i = 0; i < value.length; i++) buffer[i] = value[i]
        return buffer
      }
      throw new TypeError('The first argument must be a string, a buffer or an array of bytes')
    }
    static alloc(size, fill, encoding) {
      const buffer = new Buffer(size)
      return fill === undefined ? buffer : buffer.fill(fill, 0, size, encoding)
    }
    static allocUnsafe(size) {
      return new Buffer(size)
    }
    static isBuffer(value) {
      return value instanceof Buffer
    }
    static isEncoding(name) {
      return ['hex', 'base64', 'base64url', 'utf8', 'utf-8', 'latin1', 'ascii', 'binary'].includes(
        String(name).toLowerCase(),
      )
    }
    static byteLength(value, encoding) {
      return typeof value === 'string' ? decode(value, encoding).length : value.byteLength
    }
    static concat(list, total) {
      const size = total === undefined ? list.reduce((sum, one) => sum + one.length, 0) : total
      const buffer = new Buffer(size)
      let at = 0
      for (const one of list) {
        if (at >= size) break
        buffer.set(one.subarray(0, size - at), at)
        at += one.length
      }
      return buffer
    }
    static compare(a, b) {
      for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1
      return Math.sign(a.length - b.length)
    }
    toString(encoding, start, end) {
      return encode(
        rawOf(this.subarray(start || 0, end === undefined ? this.length : end)),
        encoding || 'utf8',
      )
    }
    toJSON() {
      return { type: 'Buffer', data: Array.from(this) }
    }
    equals(other) {
      return Buffer.compare(this, other) === 0
    }
    compare(other) {
      return Buffer.compare(this, other)
    }
    slice(start, end) {
      return this.subarray(start, end)
    }
    copy(target, at, start, end) {
      const part = this.subarray(start || 0, end === undefined ? this.length : end).subarray(
        0,
        target.length - (at || 0),
      )
      target.set(part, at || 0)
      return part.length
    }
    fill(value, start, end, encoding) {
      if (typeof value !== 'string') return super.fill(value, start, end)
      const raw = decode(value, encoding)
      for (let i = start || 0, k = 0; i < (end === undefined ? this.length : end) && raw.length; i++, k++)
        this[i] = raw.charCodeAt(k % raw.length)
      return this
    }
    write(text, offset, length, encoding) {
      const raw = decode(text, encoding)
      const at = offset || 0
      const count = Math.min(raw.length, this.length - at, typeof length === 'number' ? length : raw.length)
      for (let i = 0; i < count; i++) this[at + i] = raw.charCodeAt(i)
      return count
    }
    indexOf(value, from) {
      return typeof value === 'number'
        ? super.indexOf(value, from)
        : rawOf(this).indexOf(typeof value === 'string' ? utf8(value) : rawOf(value), from)
    }
    includes(value, from) {
      return this.indexOf(value, from) >= 0
    }
  }
  for (const [name, size, view] of [
    ['UInt8', 1, 'Uint8'],
    ['Int8', 1, 'Int8'],
    ['UInt16', 2, 'Uint16'],
    ['Int16', 2, 'Int16'],
    ['UInt32', 4, 'Uint32'],
    ['Int32', 4, 'Int32'],
    ['Float', 4, 'Float32'],
    ['Double', 8, 'Float64'],
  ])
    for (const order of size === 1 ? [''] : ['BE', 'LE']) {
      const little = order === 'LE'
      const at = (self) => new DataView(self.buffer, self.byteOffset, self.byteLength)
      Object.defineProperty(Buffer.prototype, `read${name}${order}`, {
        value(offset) {
          return at(this)[`get${view}`](offset || 0, little)
        },
      })
      Object.defineProperty(Buffer.prototype, `write${name}${order}`, {
        value(value, offset) {
          at(this)[`set${view}`](offset || 0, value, little)
          return (offset || 0) + size
        },
      })
    }
  const bytesLike = (value) => {
    if (typeof value === 'string') return utf8(value)
    if (ArrayBuffer.isView(value))
      return rawOf(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    if (value instanceof ArrayBuffer) return rawOf(new Uint8Array(value))
    throw new TypeError('The data must be a string or a buffer')
  }
  const bufferOf = (raw) => Buffer.from(raw, 'latin1')
  Object.assign(kit, {
    isNode,
    utf8,
    utf8Decode,
    btoaRaw,
    atobRaw,
    isWide,
    encode,
    decode,
    Buffer,
    bytesLike,
    bufferOf,
  })
}
