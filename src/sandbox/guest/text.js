// Query strings, text encoding and the console.
;(kit) => {
  const { host, isNode, utf8, bytesLike } = kit

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
  /** The bytes at the end that begin a character of UTF-8 and do not end it. */
  const openEnd = (raw) => {
    for (let back = 1; back <= Math.min(3, raw.length); back++) {
      const code = raw.charCodeAt(raw.length - back)
      if ((code & 192) === 128) continue
      const wanted = code >= 240 ? 4 : code >= 224 ? 3 : code >= 192 ? 2 : 1
      return wanted > back ? back : 0
    }
    return 0
  }
  class TextDecoder {
    #rest = ''
    constructor(label = 'utf-8', { fatal = false, ignoreBOM = false } = {}) {
      this.encoding = host('encoding', String(label))
      this.fatal = Boolean(fatal)
      this.ignoreBOM = Boolean(ignoreBOM)
    }
    decode(value, options) {
      const raw = this.#rest + (value === undefined ? '' : bytesLike(value))
      const kept = options?.stream && this.encoding === 'utf-8' ? openEnd(raw) : 0
      this.#rest = kept > 0 ? raw.slice(-kept) : ''
      const mode = (this.fatal ? 'fatal ' : '') + (this.ignoreBOM ? 'bom' : '')
      return host('decode', this.encoding, kept > 0 ? raw.slice(0, -kept) : raw, mode)
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
  const lambdaText = (values) => {
    const isOneText = values.length === 1 && typeof values[0] === 'string'
    return isOneText ? values[0] : values.length === 0 ? '' : kit.load('util').format(...values)
  }
  // CloudFront Functions log the first argument alone.
  const log = (...values) => {
    host('log', isNode ? lambdaText(values) : show(values[0], 0))
  }
  const nodeConsole = (write) => {
    const counts = new Map()
    const quiet = () => {}
    const self = {
      log: write,
      info: write,
      warn: write,
      error: write,
      debug: write,
      trace: write,
      dir: (value) => write(value),
    }
    for (const name of [
      'clear',
      'group',
      'groupCollapsed',
      'groupEnd',
      'time',
      'timeEnd',
      'timeLog',
      'timeStamp',
      'profile',
      'profileEnd',
    ])
      self[name] = quiet
    self.group = (...values) => (values.length > 0 ? write(...values) : undefined)
    self.table = write
    self.dirxml = write
    self.assert = (isTrue, ...values) => (isTrue ? undefined : write('Assertion failed', ...values))
    self.count = (label = 'default') => {
      counts.set(label, (counts.get(label) || 0) + 1)
      write(`${label}: ${counts.get(label)}`)
    }
    self.countReset = (label = 'default') => void counts.delete(label)
    return self
  }
  const consoleObject = isNode ? nodeConsole(log) : { log, error: log }
  Object.assign(kit, { tryDecode, querystring, TextEncoder, TextDecoder, show, consoleObject })
}
