// The modules of Node.js that a Lambda function finds here.
;(kit) => {
  const { host, bytesLike, bufferOf, tryDecode, querystring, TextEncoder, TextDecoder, show } = kit

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
    format: kit.format,
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
  class EventEmitter {
    on(name, call) {
      this._calls = this._calls || {}
      this._calls[name] = (this._calls[name] || []).concat(call)
      return this
    }
    once(name, call) {
      const first = (...given) => {
        this.off(name, first)
        call.apply(this, given)
      }
      return this.on(name, first)
    }
    off(name, call) {
      if (this._calls?.[name]) this._calls[name] = this._calls[name].filter((one) => one !== call)
      return this
    }
    emit(name, ...given) {
      const calls = this._calls?.[name] || []
      for (const call of calls) call.apply(this, given)
      return calls.length > 0
    }
  }
  Object.assign(EventEmitter.prototype, {
    addListener: EventEmitter.prototype.on,
    removeListener: EventEmitter.prototype.off,
  })
  const events = Object.assign(EventEmitter, { EventEmitter })
  class StringDecoder {
    constructor(encoding) {
      this.encoding = encoding || 'utf8'
    }
    write(value) {
      return bufferOf(bytesLike(value)).toString(this.encoding)
    }
    end(value) {
      return value === undefined ? '' : this.write(value)
    }
  }
  const assert = (value, message) => {
    if (!value) throw message instanceof Error ? message : new Error(message || 'Assertion failed')
  }
  Object.assign(assert, {
    ok: assert,
    equal: (a, b, message) => assert(a === b, message),
    strictEqual: (a, b, message) => assert(Object.is(a, b), message),
  })
  const statusCodes = {
    200: 'OK',
    201: 'Created',
    204: 'No Content',
    206: 'Partial Content',
    301: 'Moved Permanently',
    302: 'Found',
    303: 'See Other',
    304: 'Not Modified',
    307: 'Temporary Redirect',
    308: 'Permanent Redirect',
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
    410: 'Gone',
    429: 'Too Many Requests',
    500: 'Internal Server Error',
    502: 'Bad Gateway',
    503: 'Service Unavailable',
    504: 'Gateway Timeout',
  }
  Object.assign(kit, { events, stringDecoder: { StringDecoder }, assert, statusCodes })
  Object.assign(kit, { path, URLSearchParams, URL, url, util, zlib })
}
