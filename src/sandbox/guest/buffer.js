// Buffer, as Node has it; CloudFront Functions' runtime 2.0 gets the same.
;(kit) => {
  const { encode, decode, rawOf, bytesLike } = kit
  const encodings = /^(hex|base64|base64url|utf-?8|latin1|ascii|binary|ucs-?2|utf-?16le)$/i
  const isEncoding = (name) => typeof name === 'string' && encodings.test(name)
  const codeError = (Kind, code, message) => Object.assign(new Kind(message), { code })
  const typeError = (message) => codeError(TypeError, 'ERR_INVALID_ARG_TYPE', message)

  // Old code calls it without “new”, so it is no class.
  function Buffer(value, encoding, length) {
    if (typeof value === 'number') return make(value)
    if (value instanceof ArrayBuffer) return make(value, encoding, length)
    return Buffer.from(value, encoding, length)
  }
  const make = (...args) => Reflect.construct(Uint8Array, args, Buffer)
  Object.setPrototypeOf(Buffer, Uint8Array)
  Buffer.prototype = Object.create(Uint8Array.prototype, {
    constructor: { value: Buffer, writable: true, configurable: true },
  })
  const define = (holder, methods) => {
    for (const name of Object.keys(methods))
      Object.defineProperty(holder, name, { value: methods[name], writable: true, configurable: true })
  }
  const ofRaw = (raw) => {
    const buffer = make(raw.length)
    for (let i = 0; i < raw.length; i++) buffer[i] = raw.charCodeAt(i)
    return buffer
  }
  const ofList = (list) => {
    const buffer = make(list.length)
    for (let i = 0; i < list.length; i++) buffer[i] = list[i]
    return buffer
  }
  const checkSize = (size) => {
    if (typeof size !== 'number') throw typeError('The "size" argument must be of type number.')
    if (!(size >= 0 && size <= 2 ** 31 - 1))
      throw codeError(RangeError, 'ERR_OUT_OF_RANGE', `The value of "size" is out of range. Received ${size}`)
    return size
  }
  const compare = (a, b) => {
    for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1
    return Math.sign(a.length - b.length)
  }
  define(Buffer, {
    from(value, encoding, length) {
      if (typeof value === 'string') return ofRaw(decode(value, encoding))
      if (value instanceof ArrayBuffer) return make(value, encoding || 0, length)
      if (typeof value !== 'object' || value === null)
        throw typeError(
          `The first argument must be of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object. Received ${value === null ? 'null' : typeof value}`,
        )
      const primitive = value.valueOf?.()
      if (primitive !== undefined && primitive !== value) return Buffer.from(primitive, encoding, length)
      if (value.type === 'Buffer' && Array.isArray(value.data)) return ofList(value.data)
      if (typeof value.length === 'number') return ofList(value)
      return make(0)
    },
    of: (...list) => ofList(list),
    alloc(size, fill, encoding) {
      const buffer = make(checkSize(size))
      return fill === undefined || fill === 0 ? buffer : buffer.fill(fill, encoding)
    },
    allocUnsafe: (size) => make(checkSize(size)),
    allocUnsafeSlow: (size) => make(checkSize(size)),
    isBuffer: (value) => value instanceof Buffer,
    isEncoding,
    byteLength(value, encoding) {
      if (typeof value === 'string') return decode(value, isEncoding(encoding) ? encoding : 'utf8').length
      if (value && typeof value.byteLength === 'number') return value.byteLength
      throw typeError('The "string" argument must be of type string or an instance of Buffer or ArrayBuffer.')
    },
    concat(list, total) {
      const size = total === undefined ? list.reduce((sum, one) => sum + one.length, 0) : total
      const buffer = make(size)
      let at = 0
      for (const one of list) {
        if (at >= size) break
        buffer.set(one.subarray(0, size - at), at)
        at += one.length
      }
      return buffer
    },
    compare,
    copyBytesFrom: (view, offset = 0, length = view.length - offset) =>
      Buffer.from(bytesLike(view.subarray(offset, offset + length)), 'latin1'),
  })
  Buffer.poolSize = 8192

  const rangeOf = (self, start, end) => self.subarray(start || 0, end === undefined ? self.length : end)
  const searched = (value, encoding) =>
    typeof value === 'string'
      ? decode(value, encoding)
      : typeof value === 'number'
        ? String.fromCharCode(value & 255)
        : rawOf(value)
  /** `write(text, encoding)`, `write(text, offset, encoding)`, `write(text, offset, length, encoding)`. */
  const placeOf = (self, offset, length, encoding) => {
    if (typeof offset === 'string') return { at: 0, room: self.length, encoding: offset }
    const at = offset || 0
    if (typeof length === 'string') return { at, room: self.length - at, encoding: length }
    return { at, room: Math.min(length ?? self.length, self.length - at), encoding }
  }
  const wholeCharacters = (raw, room, encoding) => {
    let end = Math.min(raw.length, room)
    if (/^utf-?8$/i.test(encoding || 'utf8') && end < raw.length)
      while (end > 0 && (raw.charCodeAt(end) & 192) === 128) end--
    return end
  }
  const swap = (size) =>
    function () {
      if (this.length % size)
        throw codeError(
          RangeError,
          'ERR_INVALID_BUFFER_SIZE',
          `Buffer size must be a multiple of ${size * 8}-bits`,
        )
      for (let i = 0; i < this.length; i += size) this.subarray(i, i + size).reverse()
      return this
    }
  define(Buffer.prototype, {
    toString(encoding, start, end) {
      return encode(rawOf(rangeOf(this, start, end)), encoding || 'utf8')
    },
    toLocaleString(encoding, start, end) {
      return this.toString(encoding, start, end)
    },
    toJSON() {
      return { type: 'Buffer', data: Array.from(this) }
    },
    equals(other) {
      if (!(other instanceof Uint8Array))
        throw typeError('The "otherBuffer" argument must be an instance of Buffer or Uint8Array.')
      return compare(this, other) === 0
    },
    compare(other, start, end, ownStart, ownEnd) {
      return compare(rangeOf(this, ownStart, ownEnd), rangeOf(other, start, end))
    },
    slice(start, end) {
      return this.subarray(start, end)
    },
    copy(target, at, start, end) {
      const part = rangeOf(this, start, end).subarray(0, Math.max(0, target.length - (at || 0)))
      target.set(part, at || 0)
      return part.length
    },
    fill(value, start, end, encoding) {
      const isPlace = typeof start === 'number'
      const [from, to] = isPlace ? [start, typeof end === 'number' ? end : this.length] : [0, this.length]
      const raw = searched(value, isPlace ? (typeof end === 'string' ? end : encoding) : start)
      if (raw.length === 1) Uint8Array.prototype.fill.call(this, raw.charCodeAt(0), from, to)
      else for (let i = from, k = 0; i < to && raw.length; i++, k++) this[i] = raw.charCodeAt(k % raw.length)
      return this
    },
    write(text, offset, length, given) {
      const { at, room, encoding } = placeOf(this, offset, length, given)
      const raw = decode(text, encoding)
      const count = wholeCharacters(raw, room, encoding)
      for (let i = 0; i < count; i++) this[at + i] = raw.charCodeAt(i)
      return count
    },
    indexOf(value, from, encoding) {
      if (typeof from === 'string') return rawOf(this).indexOf(searched(value, from))
      const at = from < 0 ? Math.max(0, this.length + from) : from
      return rawOf(this).indexOf(searched(value, encoding), at)
    },
    lastIndexOf(value, from, encoding) {
      const at = typeof from === 'number' ? (from < 0 ? this.length + from : from) : undefined
      return rawOf(this).lastIndexOf(searched(value, typeof from === 'string' ? from : encoding), at)
    },
    includes(value, from, encoding) {
      return this.indexOf(value, from, encoding) >= 0
    },
    swap16: swap(2),
    swap32: swap(4),
    swap64: swap(8),
    inspect() {
      const shown = rawOf(this.subarray(0, 50)).replace(
        /[\s\S]/g,
        (c) => ` ${c.charCodeAt(0).toString(16).padStart(2, '0')}`,
      )
      return `<Buffer${shown}${this.length > 50 ? ` ... ${this.length - 50} more bytes` : ''}>`
    },
  })
  for (const [name, encoding] of [
    ['utf8', 'utf8'],
    ['hex', 'hex'],
    ['base64', 'base64'],
    ['base64url', 'base64url'],
    ['latin1', 'latin1'],
    ['ascii', 'ascii'],
    ['ucs2', 'utf16le'],
  ])
    define(Buffer.prototype, {
      [`${name}Slice`](start, end) {
        return this.toString(encoding, start, end)
      },
      [`${name}Write`](text, offset, length) {
        return this.write(text, offset, length, encoding)
      },
    })
  for (const [name, get] of [
    ['parent', 'buffer'],
    ['offset', 'byteOffset'],
  ])
    Object.defineProperty(Buffer.prototype, name, {
      get() {
        return this[get]
      },
      configurable: true,
    })

  const outOfRange = (what, value) =>
    codeError(
      RangeError,
      'ERR_OUT_OF_RANGE',
      `The value of "${what}" is out of range. Received ${String(value)}`,
    )
  const checkPlace = (self, offset, size) => {
    if (typeof offset !== 'number') throw typeError('The "offset" argument must be of type number.')
    if (!Number.isInteger(offset) || offset < 0 || offset + size > self.length)
      throw outOfRange('offset', offset)
  }
  const viewOf = (self) => new DataView(self.buffer, self.byteOffset, self.byteLength)
  const numbers = [
    ['UInt8', 1, 'Uint8'],
    ['Int8', 1, 'Int8'],
    ['UInt16', 2, 'Uint16'],
    ['Int16', 2, 'Int16'],
    ['UInt32', 4, 'Uint32'],
    ['Int32', 4, 'Int32'],
    ['Float', 4, 'Float32'],
    ['Double', 8, 'Float64'],
    ['BigUInt64', 8, 'BigUint64'],
    ['BigInt64', 8, 'BigInt64'],
  ]
  const limitsOf = (name, size) => {
    if (/Float|Double/.test(name)) return null
    const bits = size * 8
    const isBig = name.startsWith('Big')
    const top = name.includes('UInt') ? 2n ** BigInt(bits) - 1n : 2n ** BigInt(bits - 1) - 1n
    const low = name.includes('UInt') ? 0n : -top - 1n
    return isBig ? [low, top] : [Number(low), Number(top)]
  }
  for (const [name, size, view] of numbers)
    for (const order of size === 1 ? [''] : ['BE', 'LE']) {
      const little = order === 'LE'
      const limits = limitsOf(name, size)
      const read = function (offset = 0) {
        checkPlace(this, offset, size)
        return viewOf(this)[`get${view}`](offset, little)
      }
      const write = function (value, offset = 0) {
        if (limits && (value < limits[0] || value > limits[1])) throw outOfRange('value', value)
        checkPlace(this, offset, size)
        viewOf(this)[`set${view}`](offset, value, little)
        return offset + size
      }
      for (const spelled of [name, name.replace('UInt', 'Uint')])
        define(Buffer.prototype, { [`read${spelled}${order}`]: read, [`write${spelled}${order}`]: write })
    }
  for (const isSigned of [false, true])
    for (const order of ['BE', 'LE']) {
      const read = function (offset, size) {
        checkPlace(this, offset, size)
        const list = [...this.subarray(offset, offset + size)]
        if (order === 'LE') list.reverse()
        const value = list.reduce((sum, byte) => sum * 256 + byte, 0)
        return isSigned && value >= 2 ** (size * 8 - 1) ? value - 2 ** (size * 8) : value
      }
      const write = function (value, offset, size) {
        checkPlace(this, offset, size)
        let rest = value < 0 ? value + 2 ** (size * 8) : value
        for (let i = 0; i < size; i++) {
          this[order === 'LE' ? offset + i : offset + size - 1 - i] = rest % 256
          rest = Math.floor(rest / 256)
        }
        return offset + size
      }
      for (const spelled of isSigned ? ['Int'] : ['UInt', 'Uint'])
        define(Buffer.prototype, { [`read${spelled}${order}`]: read, [`write${spelled}${order}`]: write })
    }
  // An own name: util.inspect asks for it.
  Object.defineProperty(Buffer.prototype, Symbol.for('nodejs.util.inspect.custom'), {
    value: Buffer.prototype.inspect,
    writable: true,
    configurable: true,
  })
  Object.assign(kit, { Buffer, bufferOf: ofRaw })
}
