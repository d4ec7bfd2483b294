// URL and URLSearchParams. Addresses are taken apart by the machine's own parser.
const { host } = require('guest:kit')
const invalid = (input) =>
  Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: String(input) })
const encode = (text) =>
  encodeURIComponent(String(text).toWellFormed())
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
const decode = (text) => {
  const spaced = text.replace(/\+/g, ' ')
  if (!spaced.includes('%')) return spaced
  const raw = unescape(unescape(encodeURIComponent(spaced)).replace(/%u/g, '%25u'))
  return host('utf8', raw)
}
const parse = (text) =>
  text
    .replace(/^\?/, '')
    .split('&')
    .filter(Boolean)
    .map((part) => {
      const cut = part.indexOf('=')
      return [decode(cut < 0 ? part : part.slice(0, cut)), cut < 0 ? '' : decode(part.slice(cut + 1))]
    })

class URLSearchParams {
  #list = []
  #changed = () => {}
  constructor(start) {
    if (start === undefined || start === null) return
    if (typeof start === 'object' && typeof start[Symbol.iterator] === 'function') {
      for (const pair of start) {
        const [name, value, ...rest] = pair
        if (rest.length > 0 || value === undefined)
          throw Object.assign(new TypeError('Each query pair must be an iterable [name, value] tuple'), {
            code: 'ERR_INVALID_TUPLE',
          })
        this.#list.push([String(name), String(value)])
      }
    } else if (typeof start === 'object')
      for (const name of Object.keys(start)) this.#list.push([name, String(start[name])])
    else this.#list = parse(String(start))
  }
  static bound(text, changed) {
    const made = new URLSearchParams(text)
    made.#changed = changed
    return made
  }
  static refill(params, text) {
    params.#list = parse(text)
  }
  get(name) {
    return this.#list.find((one) => one[0] === String(name))?.[1] ?? null
  }
  getAll(name) {
    return this.#list.filter((one) => one[0] === String(name)).map((one) => one[1])
  }
  has(name, value) {
    return this.#list.some(
      (one) => one[0] === String(name) && (value === undefined || one[1] === String(value)),
    )
  }
  set(name, value) {
    const at = this.#list.findIndex((one) => one[0] === String(name))
    if (at < 0) this.#list.push([String(name), String(value)])
    else {
      this.#list[at] = [String(name), String(value)]
      this.#list = this.#list.filter((one, i) => i <= at || one[0] !== String(name))
    }
    this.#changed()
  }
  append(name, value) {
    this.#list.push([String(name), String(value)])
    this.#changed()
  }
  delete(name, value) {
    this.#list = this.#list.filter(
      (one) => one[0] !== String(name) || (value !== undefined && one[1] !== String(value)),
    )
    this.#changed()
  }
  sort() {
    this.#list.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))
    this.#changed()
  }
  forEach(each, self) {
    for (const [name, value] of this.#list) each.call(self, value, name, this)
  }
  keys() {
    return this.#list.map((one) => one[0])[Symbol.iterator]()
  }
  values() {
    return this.#list.map((one) => one[1])[Symbol.iterator]()
  }
  entries() {
    return this.#list.map((one) => [one[0], one[1]])[Symbol.iterator]()
  }
  [Symbol.iterator]() {
    return this.entries()
  }
  get size() {
    return this.#list.length
  }
  get [Symbol.toStringTag]() {
    return 'URLSearchParams'
  }
  toString() {
    return this.#list.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
  }
}
const { bound, refill } = URLSearchParams
delete URLSearchParams.bound
delete URLSearchParams.refill

class URL {
  #parts
  #params
  constructor(text, base) {
    this.#parts = JSON.parse(host('address', String(text), base === undefined ? '' : String(base)))
    if (!this.#parts) throw invalid(text)
  }
  static canParse(text, base) {
    return host('address', String(text), base === undefined ? '' : String(base)) !== 'null'
  }
  static parse(text, base) {
    return URL.canParse(text, base) ? new URL(text, base) : null
  }
  static createObjectURL() {
    return 'blob:nodedata:0'
  }
  static revokeObjectURL() {}
  static read(url, field) {
    return url.#parts[field]
  }
  static write(url, field, value) {
    if (field === 'href' && !URL.canParse(value)) throw invalid(value)
    url.#parts = JSON.parse(host('addressWith', url.#parts.href, field, String(value)))
    if (url.#params && (field === 'search' || field === 'href')) refill(url.#params, url.#parts.search)
  }
  get searchParams() {
    this.#params ??= bound(this.#parts.search, () => {
      const text = this.#params.toString()
      this.#parts = JSON.parse(host('addressWith', this.#parts.href, 'search', text))
    })
    return this.#params
  }
  get origin() {
    return this.#parts.origin
  }
  get [Symbol.toStringTag]() {
    return 'URL'
  }
  toString() {
    return this.#parts.href
  }
  toJSON() {
    return this.#parts.href
  }
}
const { read, write } = URL
delete URL.read
delete URL.write
for (const field of [
  'href',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
])
  Object.defineProperty(URL.prototype, field, {
    get() {
      return read(this, field)
    },
    set(value) {
      write(this, field, value)
    },
    enumerable: true,
    configurable: true,
  })
module.exports = { URL, URLSearchParams }
