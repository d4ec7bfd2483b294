// Runs inside the sandbox, before the user's code: the globals and modules of CloudFront's runtimes and of Node.js.
;(host, language) => {
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
      if (format !== 'raw') throw new TypeError(`The sandbox imports raw keys only, not “${format}”`)
      return { type: 'secret', algorithm: spec, extractable, usages, _raw: bytesLike(data) }
    },
    async sign(_spec, key, data) {
      return asBuffer(bufferOf(host('hmac', webHash(key.algorithm.hash), key._raw, bytesLike(data))))
    },
    async verify(_spec, key, signature, data) {
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

  const tryDecode = (text) => {
    try {
      return decodeURIComponent(text)
    } catch (_) {
      return text
    }
  }
  const querystring = {
    escape: (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => ("!'()*".includes(c) ? c : c)),
    unescape: tryDecode,
    parse(text, separator, equal, options) {
      const out = isNode ? Object.create(null) : {}
      const max = options?.maxKeys !== undefined ? options.maxKeys : 1000
      const un = options?.decodeURIComponent || querystring.unescape
      if (typeof text !== 'string' || text === '') return out
      const all = text.split(separator || '&')
      for (const part of max > 0 ? all.slice(0, max) : all) {
        if (part === '') continue
        const cut = part.indexOf(equal || '=')
        const name = un((cut < 0 ? part : part.slice(0, cut)).replace(/\+/g, ' '))
        const value = cut < 0 ? '' : un(part.slice(cut + (equal || '=').length).replace(/\+/g, ' '))
        if (!Object.hasOwn(out, name)) out[name] = value
        else out[name] = [].concat(out[name], value)
      }
      return out
    },
    stringify(object, separator, equal, options) {
      const en = options?.encodeURIComponent || querystring.escape
      const text = (value) =>
        ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? en(String(value)) : ''
      return Object.keys(object || {})
        .flatMap((name) => [].concat(object[name]).map((value) => text(name) + (equal || '=') + text(value)))
        .join(separator || '&')
    },
  }
  querystring.decode = querystring.parse
  querystring.encode = querystring.stringify

  class TextEncoder {
    get encoding() {
      return 'utf-8'
    }
    encode(text) {
      const raw = utf8(text === undefined ? '' : text)
      return Uint8Array.from(raw, (c) => c.charCodeAt(0))
    }
  }
  class TextDecoder {
    constructor(label) {
      this.encoding = label || 'utf-8'
    }
    decode(value) {
      return value === undefined ? '' : utf8Decode(bytesLike(value))
    }
  }

  const show = (value, depth) => {
    if (typeof value === 'string') return depth ? JSON.stringify(value) : value
    if (value instanceof Error) return value.stack ? `${value.name}: ${value.message}` : String(value)
    if (typeof value === 'object' && value !== null) {
      try {
        return JSON.stringify(value)
      } catch (_) {
        return String(value)
      }
    }
    return String(value)
  }
  const log = (...values) => {
    host('log', values.map((value) => show(value, 0)).join(' '))
  }
  const consoleObject = isNode
    ? { log, info: log, warn: log, error: log, debug: log, trace: log }
    : { log, error: log }

  const kvs = (id) => {
    const stores = JSON.parse(host('kvs', id === undefined ? '' : String(id)))
    if (stores === null)
      throw new Error(
        id === undefined
          ? 'No key value store is associated with this function'
          : `KeyValueStore “${id}” is not associated with this function`,
      )
    const has = (key) => Object.hasOwn(stores, key)
    const bytes = Object.entries(stores).reduce(
      (sum, [key, value]) => sum + utf8(key).length + utf8(value).length,
      0,
    )
    return {
      async get(key, options) {
        if (!has(key)) throw new Error('KeyNotFound')
        const format = options?.format || 'string'
        if (format === 'string') return stores[key]
        if (format === 'json') return JSON.parse(stores[key])
        if (format === 'bytes') return Buffer.from(stores[key])
        throw new TypeError(`“format” must be “string”, “json” or “bytes”, not “${format}”`)
      },
      async exists(key) {
        return has(key)
      },
      async count() {
        return Object.keys(stores).length
      },
      async meta() {
        return {
          creationDateTime: new Date(Date.now()).toISOString(),
          lastUpdatedDateTime: new Date(Date.now()).toISOString(),
          keyCount: Object.keys(stores).length,
          etag: 'KV1',
          bytes,
        }
      },
    }
  }
  const originCall = (method) => (argument) => {
    const failure = host('origin', method, JSON.stringify(argument === undefined ? null : argument))
    if (failure) throw new TypeError(failure)
  }
  const cloudfront = {
    kvs,
    updateRequestOrigin: originCall('updateRequestOrigin'),
    selectRequestOriginById(id, options) {
      originCall('selectRequestOriginById')(
        options === undefined ? { originId: id } : Object.assign({}, options, { originId: id }),
      )
    },
    createRequestOriginGroup: originCall('createRequestOriginGroup'),
    edgeLocation: { name: 'FRA56', serverIp: '192.0.2.1', region: 'eu-central-1' },
    rawQueryString: () => host('rawQuery'),
  }

  const path = {
    sep: '/',
    normalize(text) {
      const up = []
      for (const part of text.split('/')) {
        if (part === '..') {
          if (up.length && up[up.length - 1] !== '..') up.pop()
          else if (!text.startsWith('/')) up.push('..')
        } else if (part !== '' && part !== '.') up.push(part)
      }
      return (
        (text.startsWith('/') ? '/' : '') + up.join('/') + (text.endsWith('/') && up.length ? '/' : '') || '.'
      )
    },
    join: (...parts) => path.normalize(parts.filter(Boolean).join('/')),
    resolve: (...parts) => {
      let out = ''
      for (const part of parts) out = part.startsWith('/') ? part : `${out}/${part}`
      const done = path.normalize(out.startsWith('/') ? out : `/${out}`)
      return done.length > 1 ? done.replace(/\/$/, '') : done
    },
    basename: (text, ext) => {
      const base = text.replace(/\/+$/, '').split('/').pop()
      return ext && base.endsWith(ext) ? base.slice(0, -ext.length) : base
    },
    dirname: (text) => {
      const cut = text.replace(/\/+$/, '').lastIndexOf('/')
      return cut < 0 ? '.' : cut === 0 ? '/' : text.slice(0, cut)
    },
    extname: (text) => {
      const base = path.basename(text)
      const dot = base.lastIndexOf('.')
      return dot <= 0 ? '' : base.slice(dot)
    },
    parse: (text) => {
      const base = path.basename(text)
      const ext = path.extname(text)
      return {
        root: text.startsWith('/') ? '/' : '',
        dir: path.dirname(text),
        base,
        ext,
        name: ext ? base.slice(0, -ext.length) : base,
      }
    },
    isAbsolute: (text) => text.startsWith('/'),
  }
  path.posix = path

  class URLSearchParams {
    constructor(start) {
      this._list = []
      if (typeof start === 'string')
        for (const part of start.replace(/^\?/, '').split('&').filter(Boolean)) {
          const cut = part.indexOf('=')
          const un = (text) => tryDecode(text.replace(/\+/g, ' '))
          this._list.push([un(cut < 0 ? part : part.slice(0, cut)), cut < 0 ? '' : un(part.slice(cut + 1))])
        }
      else if (start)
        for (const [name, value] of start[Symbol.iterator] ? start : Object.entries(start))
          this._list.push([String(name), String(value)])
    }
    get(name) {
      const hit = this._list.find((one) => one[0] === name)
      return hit ? hit[1] : null
    }
    getAll(name) {
      return this._list.filter((one) => one[0] === name).map((one) => one[1])
    }
    has(name) {
      return this._list.some((one) => one[0] === name)
    }
    set(name, value) {
      const at = this._list.findIndex((one) => one[0] === name)
      if (at < 0) this._list.push([name, String(value)])
      else {
        this._list[at] = [name, String(value)]
        this._list = this._list.filter((one, i) => i <= at || one[0] !== name)
      }
    }
    append(name, value) {
      this._list.push([name, String(value)])
    }
    delete(name) {
      this._list = this._list.filter((one) => one[0] !== name)
    }
    sort() {
      this._list.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
    }
    forEach(each) {
      for (const [name, value] of this._list) each(value, name, this)
    }
    keys() {
      return this._list.map((one) => one[0])[Symbol.iterator]()
    }
    values() {
      return this._list.map((one) => one[1])[Symbol.iterator]()
    }
    entries() {
      return this._list.map((one) => [one[0], one[1]])[Symbol.iterator]()
    }
    [Symbol.iterator]() {
      return this.entries()
    }
    get size() {
      return this._list.length
    }
    toString() {
      const en = (text) =>
        encodeURIComponent(text)
          .replace(/%20/g, '+')
          .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
      return this._list.map(([name, value]) => `${en(name)}=${en(value)}`).join('&')
    }
  }
  class URL {
    constructor(text, base) {
      const parts = JSON.parse(host('url', String(text), base === undefined ? '' : String(base)))
      if (!parts) throw new TypeError('Invalid URL')
      Object.assign(this, parts)
      this.searchParams = new URLSearchParams(this._search)
      delete this._search
    }
    get search() {
      const text = this.searchParams.toString()
      return text === '' ? '' : `?${text}`
    }
    set search(text) {
      this.searchParams = new URLSearchParams(text)
    }
    get host() {
      return this.hostname + (this.port ? `:${this.port}` : '')
    }
    get origin() {
      return `${this.protocol}//${this.host}`
    }
    get href() {
      return `${this.protocol}//${this.host}${this.pathname}${this.search}${this.hash}`
    }
    toString() {
      return this.href
    }
    toJSON() {
      return this.href
    }
  }
  const url = {
    URL,
    URLSearchParams,
    parse(text, withQuery) {
      const m = /^(?:([a-z][a-z0-9+.-]*:)?\/\/([^/?#:]*)(?::(\d+))?)?([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(text)
      const query = m[5] ? m[5].slice(1) : null
      return {
        protocol: m[1] || null,
        hostname: m[2] || null,
        port: m[3] || null,
        host: m[2] ? m[2] + (m[3] ? `:${m[3]}` : '') : null,
        pathname: m[4] || null,
        search: m[5] || null,
        query: withQuery ? querystring.parse(query || '') : query,
        hash: m[6] || null,
        path: (m[4] || '') + (m[5] || ''),
        href: text,
      }
    },
    format: (value) =>
      typeof value === 'string'
        ? value
        : value.href ||
          `${value.protocol ? `${value.protocol}//` : ''}${value.host || value.hostname || ''}${value.pathname || ''}${value.search || (value.query ? `?${querystring.stringify(value.query)}` : '')}${value.hash || ''}`,
  }
  const util = {
    promisify:
      (fn) =>
      (...args) =>
        new Promise((resolve, reject) =>
          fn(...args, (error, value) => (error ? reject(error) : resolve(value))),
        ),
    inspect: (value) => show(value, 1),
    format: (first, ...rest) =>
      [
        typeof first === 'string'
          ? first.replace(/%[sdjo]/g, (mark) =>
              rest.length ? show(rest.shift(), mark === '%j' ? 1 : 0) : mark,
            )
          : show(first, 0),
        ...rest.map((one) => show(one, 0)),
      ].join(' '),
    isArray: Array.isArray,
    TextEncoder,
    TextDecoder,
    inherits(child, parent) {
      Object.setPrototypeOf(child.prototype, parent.prototype)
    },
    types: { isPromise: (value) => value instanceof Promise },
  }
  const zip = (op) => (value) => {
    const raw = host('zlib', op, bytesLike(value))
    return bufferOf(raw)
  }
  const zlib = {}
  for (const op of ['gzip', 'gunzip', 'deflate', 'inflate', 'deflateRaw', 'inflateRaw', 'unzip']) {
    const run = zip(op === 'unzip' ? 'gunzip' : op)
    zlib[`${op}Sync`] = run
    zlib[op] = (value, options, done) => {
      const call = typeof options === 'function' ? options : done
      void Promise.resolve().then(() => {
        let out
        try {
          out = run(value)
        } catch (error) {
          call(error)
          return
        }
        call(null, out)
      })
    }
  }

  const cff =
    language === 'cloudfront-js-1.0'
      ? { crypto, querystring }
      : {
          crypto: Object.assign({ webcrypto, subtle }, crypto),
          querystring,
          buffer: { Buffer },
          cloudfront: { default: cloudfront },
        }
  const node = {
    crypto: Object.assign({ webcrypto, subtle }, crypto),
    querystring,
    buffer: { Buffer },
    url,
    util,
    zlib,
    path,
    events: undefined,
  }
  delete node.events
  const modules = isNode ? node : cff
  class ModuleError extends Error {}
  ModuleError.prototype.name = 'Error'
  const load = (given) => {
    const name = String(given).replace(/^node:/, '')
    if (Object.hasOwn(modules, name)) return modules[name]
    if (isNode && (name === 'aws-sdk' || name.startsWith('@aws-sdk/') || name.startsWith('@smithy/')))
      return sdk(name)
    if (
      isNode &&
      [
        'http',
        'https',
        'net',
        'tls',
        'dns',
        'fs',
        'http2',
        'child_process',
        'dgram',
        'fs/promises',
        'os',
        'worker_threads',
      ].includes(name)
    )
      throw new ModuleError(
        `The module “${name}” is not available here: the sandbox has no network, files or processes`,
      )
    throw new ModuleError(`Cannot find module '${given}'`)
  }
  const sdk = (name) => {
    const refuse = () => {
      throw new ModuleError(
        `The AWS SDK (“${name}”) is not available here: the sandbox has no network and no credentials`,
      )
    }
    const stub = new Proxy(class {}, {
      get: (target, key) =>
        key === 'then' || typeof key === 'symbol' ? undefined : key === 'prototype' ? target.prototype : stub,
      construct: () =>
        new Proxy({}, { get: (_, key) => (key === 'then' || typeof key === 'symbol' ? undefined : refuse) }),
      apply: refuse,
    })
    return stub
  }

  // A built-in call cannot be interrupted, and over a long array with holes it takes minutes; so its length is bounded.
  const longest = 200000
  class MemoryError extends Error {}
  Object.defineProperty(MemoryError.prototype, 'name', { value: 'MemoryError' })
  const bounded = (holder, name, lengthOf) => {
    const method = holder[name]
    const guard = {
      [name](...given) {
        if (lengthOf(this, given) > longest)
          throw new MemoryError(`The sandbox bounds “${name}” to arrays of ${longest} items`)
        return Reflect.apply(method, this, given)
      },
    }
    Object.defineProperty(holder, name, { value: guard[name], writable: true, configurable: true })
  }
  const own = (self) => self.length
  const free = ['constructor', 'push', 'pop', 'at', 'keys', 'values', 'entries']
  for (const name of Object.getOwnPropertyNames(Array.prototype))
    if (typeof Array.prototype[name] === 'function' && !free.includes(name))
      bounded(Array.prototype, name, own)
  bounded(Array, 'from', (_, [source]) => source?.length)

  let clock = 0
  let seed = 1
  const RealDate = Date
  const fixedDate = function (...args) {
    if (!new.target) return new RealDate(clock).toString()
    return Reflect.construct(RealDate, args.length === 0 ? [clock] : args, new.target)
  }
  fixedDate.prototype = RealDate.prototype
  Object.defineProperty(fixedDate.prototype, 'constructor', {
    value: fixedDate,
    writable: true,
    configurable: true,
  })
  fixedDate.now = () => clock
  fixedDate.parse = RealDate.parse
  fixedDate.UTC = RealDate.UTC
  globalThis.Date = fixedDate
  Math.random = () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  let timers = []
  let nextTimer = 1
  const schedule = (fn, delay, args) => {
    const id = nextTimer++
    timers.push({ id, at: clock + Math.max(0, Number(delay) || 0), run: () => fn(...args) })
    return id
  }
  const cancel = (id) => {
    timers = timers.filter((one) => one.id !== id)
  }

  const put = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true })
  put('console', consoleObject)
  put('require', load)
  if (language !== 'cloudfront-js-1.0') {
    put('Buffer', Buffer)
    put('TextEncoder', TextEncoder)
    put('TextDecoder', TextDecoder)
    put('atob', (text) => {
      if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(String(text))) throw new TypeError('The text is not base64')
      return atobRaw(String(text))
    })
    put('btoa', (text) => {
      if (isWide(String(text))) throw new TypeError('The text holds characters above 255')
      return btoaRaw(String(text))
    })
    put('crypto', isNode ? webcrypto : Object.assign({}, webcrypto))
  } else {
    const method = (name, value) =>
      Object.defineProperty(String.prototype, name, { value, writable: true, configurable: true })
    Object.defineProperty(String, 'bytesFrom', {
      value: (source, encoding) =>
        Array.isArray(source) ? String.fromCharCode(...source) : decode(source, encoding),
      writable: true,
      configurable: true,
    })
    method('toUTF8', function (start, end) {
      return utf8(this).slice(start, end)
    })
    method('fromUTF8', function (start, end) {
      try {
        return utf8Decode(this.slice(start, end))
      } catch (_) {
        return null
      }
    })
    method('toBytes', function (start, end) {
      return isWide(this) ? null : this.slice(start, end)
    })
    method('fromBytes', function (start, end) {
      return this.slice(start, end)
    })
  }
  if (isNode) {
    put('URL', URL)
    put('URLSearchParams', URLSearchParams)
    put('setTimeout', (fn, delay, ...args) => schedule(fn, delay, args))
    put('setImmediate', (fn, ...args) => schedule(fn, 0, args))
    put('setInterval', (fn, delay, ...args) => {
      const id = nextTimer
      const again = () => {
        timers.push({ id, at: clock + Math.max(1, Number(delay) || 1), run: again })
        fn(...args)
      }
      schedule(again, delay, [])
      return id
    })
    put('clearTimeout', cancel)
    put('clearInterval', cancel)
    put('clearImmediate', cancel)
    put('queueMicrotask', (fn) => {
      void Promise.resolve().then(fn)
    })
    put('structuredClone', (value) => JSON.parse(JSON.stringify(value)))
    put('process', {
      env: { AWS_REGION: 'us-east-1', NODE_ENV: 'production', TZ: 'UTC' },
      version: 'v22.0.0',
      versions: { node: '22.0.0' },
      platform: 'linux',
      arch: 'x64',
      argv: ['node'],
      cwd: () => '/var/task',
      nextTick: (fn, ...args) => {
        void Promise.resolve().then(() => fn(...args))
      },
      hrtime: Object.assign(() => [Math.floor(clock / 1000), 0], { bigint: () => BigInt(clock) * 1000000n }),
      uptime: () => 1,
      memoryUsage: () => ({ heapUsed: 0 }),
      on() {},
    })
    put('global', globalThis)
    put('performance', { now: () => 0 })
  }
  for (const name of ['Atomics', 'SharedArrayBuffer', 'WebAssembly', 'WeakRef', 'FinalizationRegistry'])
    delete globalThis[name]
  if (!isNode) {
    const refuse = () => {
      throw new EvalError(
        'Code generation from strings is disallowed: CloudFront Functions do not evaluate code',
      )
    }
    put('eval', refuse)
    const kinds = [() => {}, async () => {}, function* () {}, async function* () {}]
    for (const one of kinds)
      Object.defineProperty(Object.getPrototypeOf(one), 'constructor', {
        value: refuse,
        writable: false,
        configurable: false,
      })
    put('Function', refuse)
    refuse.prototype = Object.getPrototypeOf(kinds[0])
  }

  const report = (error) => {
    if (typeof error === 'object' && error !== null && 'message' in error)
      return {
        name: String(error.name || 'Error'),
        message: String(error.message),
        stack: String(error.stack || ''),
      }
    return { name: 'Error', message: show(error, 0), stack: '' }
  }
  const defaultOf = (module) => (module && Object.hasOwn(module, 'default') ? module.default : module)
  let settled
  const settle = (outcome) => {
    if (!settled) settled = outcome
  }
  const finish = (value) => {
    try {
      settle({ ok: true, value: value === undefined ? undefined : JSON.stringify(value) })
    } catch (error) {
      settle({ error: report(error) })
    }
  }
  const fail = (error) => settle({ error: report(error) })

  function begin(factory, handlerName, input) {
    settled = undefined
    timers = []
    const { event, context, now, random } = JSON.parse(input)
    clock = now
    seed = random
    try {
      const module = { exports: {} }
      const found = factory(module, module.exports, load, defaultOf)
      const run = (exported) => {
        const handler =
          exported[handlerName] ||
          module.exports[handlerName] ||
          (typeof module.exports === 'function' ? module.exports : undefined)
        if (typeof handler !== 'function')
          throw new ReferenceError(
            isNode
              ? `${handlerName} is undefined or not exported`
              : 'The function code has no “handler” function',
          )
        if (!isNode) return handler(event)
        const deadline = clock + 5000
        const full = Object.assign(
          {
            functionVersion: '1',
            getRemainingTimeInMillis: () => Math.max(0, deadline - clock),
            callbackWaitsForEmptyEventLoop: true,
            done: (error, value) => (error ? fail(error) : finish(value)),
            succeed: finish,
            fail,
          },
          context,
        )
        const back = handler(event, full, (error, value) =>
          error ? fail(error) : finish(value === undefined ? null : value),
        )
        return back && typeof back.then === 'function' ? back : undefined
      }
      const result = found && typeof found.then === 'function' ? found.then(run) : run(found)
      if (result && typeof result.then === 'function') result.then(finish, fail)
      else if (!isNode) finish(result)
    } catch (error) {
      fail(error)
    }
  }
  /** Runs the next timer; false where there is none. */
  function tick() {
    if (timers.length === 0) return false
    timers.sort((a, b) => a.at - b.at)
    const next = timers.shift()
    clock = Math.max(clock, next.at)
    try {
      next.run()
    } catch (error) {
      fail(error)
    }
    return true
  }
  return { begin, tick, outcome: () => (settled ? JSON.stringify(settled) : '') }
}
