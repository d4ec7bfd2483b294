// Headers, bodies, requests and responses of the web platform; `fetch` itself has no network.
const kit = require('guest:kit')
const { bytesLike, bufferOf, utf8Decode } = kit
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const nameOf = (name) => {
  if (!token.test(String(name))) throw new TypeError(`Headers.append: ${name} is an invalid header name.`)
  return String(name).toLowerCase()
}
const valueOf = (value) => {
  const text = String(value).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '')
  if (/[\0\r\n]/.test(text) || kit.isWide(text))
    throw new TypeError(`Headers.append: ${text} is an invalid header value.`)
  return text
}
class Headers {
  #list = []
  constructor(start) {
    if (start === undefined || start === null) return
    if (typeof start !== 'object')
      throw new TypeError('Headers constructor: init must be a record or a sequence')
    const pairs = typeof start[Symbol.iterator] === 'function' ? [...start] : Object.entries(start)
    for (const pair of pairs) {
      if (pair.length !== 2) throw new TypeError('Headers constructor: a pair has two items')
      this.append(pair[0], pair[1])
    }
  }
  append(name, value) {
    this.#list.push([nameOf(name), valueOf(value)])
  }
  delete(name) {
    const plain = nameOf(name)
    this.#list = this.#list.filter((one) => one[0] !== plain)
  }
  get(name) {
    const plain = nameOf(name)
    const found = this.#list.filter((one) => one[0] === plain)
    return found.length === 0 ? null : found.map((one) => one[1]).join(plain === 'cookie' ? '; ' : ', ')
  }
  getSetCookie() {
    return this.#list.filter((one) => one[0] === 'set-cookie').map((one) => one[1])
  }
  has(name) {
    const plain = nameOf(name)
    return this.#list.some((one) => one[0] === plain)
  }
  set(name, value) {
    const [plain, text] = [nameOf(name), valueOf(value)]
    const at = this.#list.findIndex((one) => one[0] === plain)
    if (at < 0) this.#list.push([plain, text])
    else
      this.#list = this.#list.flatMap((one, i) =>
        i === at ? [[plain, text]] : one[0] === plain ? [] : [one],
      )
  }
  *entries() {
    const names = [...new Set(this.#list.map((one) => one[0]))].sort()
    for (const name of names)
      if (name === 'set-cookie') for (const value of this.getSetCookie()) yield [name, value]
      else yield [name, this.get(name)]
  }
  *keys() {
    for (const [name] of this.entries()) yield name
  }
  *values() {
    for (const [, value] of this.entries()) yield value
  }
  forEach(call, self) {
    for (const [name, value] of this.entries()) call.call(self, value, name, this)
  }
  [Symbol.iterator]() {
    return this.entries()
  }
  get [Symbol.toStringTag]() {
    return 'Headers'
  }
}
class Blob {
  #raw = ''
  constructor(parts = [], { type = '' } = {}) {
    for (const part of parts)
      this.#raw +=
        part instanceof Blob ? part.#raw : bytesLike(typeof part === 'object' ? part : String(part))
    this.type = String(type).toLowerCase()
  }
  static raw(blob) {
    return blob.#raw
  }
  get size() {
    return this.#raw.length
  }
  async text() {
    return utf8Decode(this.#raw)
  }
  async bytes() {
    return new Uint8Array(bufferOf(this.#raw))
  }
  async arrayBuffer() {
    return bufferOf(this.#raw).buffer
  }
  slice(start, end, type = '') {
    const part = new Blob([], { type })
    part.#raw = this.#raw.slice(start, end)
    return part
  }
  stream() {
    return streamOf(this.#raw)
  }
  get [Symbol.toStringTag]() {
    return 'Blob'
  }
}
const blobRaw = Blob.raw
delete Blob.raw
class File extends Blob {
  constructor(parts, name, options = {}) {
    super(parts, options)
    this.name = String(name)
    this.lastModified = options.lastModified ?? Date.now()
  }
  get [Symbol.toStringTag]() {
    return 'File'
  }
}
class FormData {
  #list = []
  static #entry(value, filename) {
    if (!(value instanceof Blob)) return String(value)
    return value instanceof File && filename === undefined
      ? value
      : new File([value], filename ?? 'blob', { type: value.type })
  }
  append(name, value, filename) {
    this.#list.push([String(name), FormData.#entry(value, filename)])
  }
  set(name, value, filename) {
    const at = this.#list.findIndex((one) => one[0] === String(name))
    const entry = [String(name), FormData.#entry(value, filename)]
    if (at < 0) this.#list.push(entry)
    else this.#list = this.#list.flatMap((one, i) => (i === at ? [entry] : one[0] === entry[0] ? [] : [one]))
  }
  get(name) {
    return this.#list.find((one) => one[0] === String(name))?.[1] ?? null
  }
  getAll(name) {
    return this.#list.filter((one) => one[0] === String(name)).map((one) => one[1])
  }
  has(name) {
    return this.#list.some((one) => one[0] === String(name))
  }
  delete(name) {
    this.#list = this.#list.filter((one) => one[0] !== String(name))
  }
  forEach(call, self) {
    for (const [name, value] of this.#list) call.call(self, value, name, this)
  }
  keys() {
    return this.#list.map((one) => one[0])[Symbol.iterator]()
  }
  values() {
    return this.#list.map((one) => one[1])[Symbol.iterator]()
  }
  entries() {
    return this.#list.map((one) => [...one])[Symbol.iterator]()
  }
  [Symbol.iterator]() {
    return this.entries()
  }
  get [Symbol.toStringTag]() {
    return 'FormData'
  }
}
const streamOf = (raw) =>
  new (require('stream/web').ReadableStream)({
    start(out) {
      if (raw !== '') out.enqueue(new Uint8Array(bufferOf(raw)))
      out.close()
    },
  })
const multipart = (form, boundary) => {
  const parts = [...form].map(([name, value]) => {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`
    return typeof value === 'string'
      ? kit.utf8(`${head}\r\n\r\n${value}\r\n`)
      : `${kit.utf8(`${head}; filename="${value.name}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`)}${blobRaw(value)}\r\n`
  })
  return `${parts.join('')}--${boundary}--\r\n`
}
/** What a body is made of: its bytes or a stream, and the type that it brings along. */
function bodyOf(value) {
  if (value === null || value === undefined) return { raw: null, type: null }
  if (value instanceof URLSearchParams)
    return { raw: value.toString(), type: 'application/x-www-form-urlencoded;charset=UTF-8' }
  if (value instanceof Blob) return { raw: blobRaw(value), type: value.type || null }
  if (value instanceof FormData) {
    const boundary = `----formdata-${kit.randomHex(12)}`
    return { raw: multipart(value, boundary), type: `multipart/form-data; boundary=${boundary}` }
  }
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return { raw: bytesLike(value), type: null }
  if (typeof value.getReader === 'function') return { stream: value, type: null }
  return { raw: kit.utf8(String(value)), type: 'text/plain;charset=UTF-8' }
}
async function drained(stream) {
  const reader = stream.getReader()
  let raw = ''
  for (let next = await reader.read(); !next.done; next = await reader.read()) raw += bytesLike(next.value)
  return raw
}
class Body {
  #body
  #stream
  #isUsed = false
  constructor(body) {
    this.#body = body
  }
  get bodyUsed() {
    return this.#isUsed
  }
  get body() {
    if (this.#body.raw === null) return null
    this.#stream ??= this.#body.stream ?? streamOf(this.#body.raw)
    return this.#stream
  }
  async #take() {
    if (this.#isUsed) throw new TypeError('Body is unusable: Body has already been read')
    this.#isUsed = true
    if (this.#stream || this.#body.stream) return drained(this.#stream ?? this.#body.stream)
    return this.#body.raw ?? ''
  }
  async text() {
    return utf8Decode(await this.#take()).replace(/^\ufeff/, '')
  }
  async json() {
    return JSON.parse(await this.text())
  }
  async bytes() {
    return new Uint8Array(bufferOf(await this.#take()))
  }
  async arrayBuffer() {
    return bufferOf(await this.#take()).buffer
  }
  async blob() {
    return new Blob([bufferOf(await this.#take())], { type: this.headers.get('content-type') ?? '' })
  }
  async formData() {
    const type = this.headers.get('content-type') ?? ''
    if (!type.startsWith('application/x-www-form-urlencoded'))
      return kit.cannot('builtin', 'reads no multipart bodies')
    const form = new FormData()
    for (const [name, value] of new URLSearchParams(await this.text())) form.append(name, value)
    return form
  }
  static copy(one) {
    if (one.#isUsed) throw new TypeError('Response.clone: Body has already been consumed.')
    return one.#body
  }
}
const bodyCopy = Body.copy
delete Body.copy
const reading = (options, body) => {
  const headers = new Headers(options.headers)
  if (body.type && !headers.has('content-type')) headers.set('content-type', body.type)
  return headers
}
class Response extends Body {
  constructor(content = null, options = {}) {
    const status = options.status ?? 200
    if (!(status >= 200 && status <= 599))
      throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.')
    const body = bodyOf(content)
    if (body.raw !== null && [204, 205, 304].includes(status))
      throw new TypeError(`Response constructor: Invalid response status code ${status}`)
    super(body)
    this.status = status
    this.statusText = String(options.statusText ?? '')
    this.headers = reading(options, body)
    this.ok = status >= 200 && status < 300
    this.redirected = false
    this.type = 'default'
    this.url = ''
  }
  clone() {
    const { raw, stream } = bodyCopy(this)
    return new Response(stream ?? (raw === null ? null : bufferOf(raw)), this)
  }
  static json(value, options = {}) {
    const made = new Response(JSON.stringify(value), options)
    if (!new Headers(options.headers).has('content-type'))
      made.headers.set('content-type', 'application/json')
    return made
  }
  static redirect(url, status = 302) {
    if (![301, 302, 303, 307, 308].includes(status)) throw new RangeError(`Invalid status code ${status}`)
    return new Response(null, { status, headers: { location: new URL(url).href } })
  }
  static error() {
    return Object.assign(new Response(), { type: 'error', status: 0, ok: false })
  }
  get [Symbol.toStringTag]() {
    return 'Response'
  }
}
const plainMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']
class Request extends Body {
  constructor(input, options = {}) {
    const from = input instanceof Request ? input : undefined
    const given = String(options.method ?? from?.method ?? 'GET')
    const method = plainMethods.includes(given.toUpperCase()) ? given.toUpperCase() : given
    if ((options.body ?? null) !== null && /^(GET|HEAD)$/.test(method))
      throw new TypeError('Request with GET/HEAD method cannot have body.')
    const body =
      options.body !== undefined || !from ? bodyOf(options.body) : { ...bodyCopy(from), type: null }
    super(body)
    this.url = from ? from.url : new URL(String(input)).href
    this.method = method
    this.headers = reading({ headers: options.headers ?? from?.headers }, body)
    this.signal = options.signal ?? from?.signal ?? new AbortController().signal
    Object.assign(this, {
      mode: 'cors',
      credentials: 'same-origin',
      cache: 'default',
      redirect: options.redirect ?? 'follow',
    })
    Object.assign(this, {
      referrer: 'about:client',
      integrity: '',
      keepalive: false,
      duplex: 'half',
      destination: '',
    })
  }
  clone() {
    return new Request(this)
  }
  get [Symbol.toStringTag]() {
    return 'Request'
  }
}
async function fetch(input, options) {
  const { method, url } = new Request(input, options)
  return kit.cannot('network', `has no network: the function fetched ${method} ${url}`)
}
function WebSocket(url) {
  return kit.cannot('network', `has no network: the function opened a WebSocket to ${url}`)
}
module.exports = { Blob, File, FormData, Headers, Request, Response, WebSocket, fetch }
