// http without a network: its classes can be made and extended; a request is ours to refuse.
const kit = require('guest:kit')
const EventEmitter = require('events')
const { Readable, Writable } = require('stream')

const STATUS_CODES = {}
for (const line of `100 Continue,101 Switching Protocols,102 Processing,103 Early Hints,200 OK,201 Created,202 Accepted,203 Non-Authoritative Information,204 No Content,205 Reset Content,206 Partial Content,207 Multi-Status,208 Already Reported,226 IM Used,300 Multiple Choices,301 Moved Permanently,302 Found,303 See Other,304 Not Modified,305 Use Proxy,307 Temporary Redirect,308 Permanent Redirect,400 Bad Request,401 Unauthorized,402 Payment Required,403 Forbidden,404 Not Found,405 Method Not Allowed,406 Not Acceptable,407 Proxy Authentication Required,408 Request Timeout,409 Conflict,410 Gone,411 Length Required,412 Precondition Failed,413 Payload Too Large,414 URI Too Long,415 Unsupported Media Type,416 Range Not Satisfiable,417 Expectation Failed,418 I'm a Teapot,421 Misdirected Request,422 Unprocessable Entity,423 Locked,424 Failed Dependency,425 Too Early,426 Upgrade Required,428 Precondition Required,429 Too Many Requests,431 Request Header Fields Too Large,451 Unavailable For Legal Reasons,500 Internal Server Error,501 Not Implemented,502 Bad Gateway,503 Service Unavailable,504 Gateway Timeout,505 HTTP Version Not Supported,506 Variant Also Negotiates,507 Insufficient Storage,508 Loop Detected,509 Bandwidth Limit Exceeded,510 Not Extended,511 Network Authentication Required`.split(
  ',',
))
  STATUS_CODES[line.slice(0, 3)] = line.slice(4)

class Agent extends EventEmitter {
  constructor(options) {
    super()
    this.options = Object.assign({}, options)
    this.defaultPort = 80
    this.protocol = 'http:'
    this.requests = {}
    this.sockets = {}
    this.freeSockets = {}
    this.keepAlive = this.options.keepAlive ?? false
    this.maxSockets = this.options.maxSockets ?? Number.POSITIVE_INFINITY
    this.maxFreeSockets = this.options.maxFreeSockets ?? 256
  }
  destroy() {}
  getName({ host = 'localhost', port = '', localAddress = '' } = {}) {
    return `${host}:${port}:${localAddress}`
  }
  createConnection() {
    return kit.cannot('network', 'has no network: the function opened a connection')
  }
}
class IncomingMessage extends Readable {}
class OutgoingMessage extends Writable {}
class ServerResponse extends OutgoingMessage {}
const refuse = (what) => kit.cannot('network', `has no network: the function ${what}`)
class ClientRequest extends OutgoingMessage {
  constructor(url, options) {
    super()
    refuse(`asked for ${describe('http:', url, options)}`)
  }
}

/** The method and address that a request is for, as a person would write them. */
function describe(protocol, first, second) {
  const isText = typeof first === 'string' || first instanceof URL
  const options = Object.assign(
    {},
    typeof first === 'string' ? undefined : first,
    isText ? second : undefined,
  )
  const method = String(options.method || 'GET').toUpperCase()
  if (isText) return `${method} ${String(first)}`
  const host = options.hostname || options.host || 'localhost'
  const port = options.port ? `:${options.port}` : ''
  return `${method} ${options.protocol || protocol}//${host}${port}${options.path || '/'}`
}
const request = (protocol) => (first, second) => refuse(`asked for ${describe(protocol, first, second)}`)

const METHODS =
  'ACL BIND CHECKOUT CONNECT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH POST PROPFIND PROPPATCH PURGE PUT QUERY REBIND REPORT SEARCH SOURCE SUBSCRIBE TRACE UNBIND UNLINK UNLOCK UNSUBSCRIBE'.split(
    ' ',
  )
const invalid = (code, message) => Object.assign(new TypeError(message), { code })
function validateHeaderName(name) {
  if (typeof name !== 'string' || !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name))
    throw invalid('ERR_INVALID_HTTP_TOKEN', `Header name must be a valid HTTP token ["${name}"]`)
}
function validateHeaderValue(name, value) {
  if (value === undefined)
    throw invalid('ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "${value}" for header "${name}"`)
  if (/[^\t\u0020-\u007e\u0080-\u00ff]/.test(String(value)))
    throw invalid('ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`)
}
function Server() {
  return refuse('made a server')
}
module.exports = {
  Agent,
  ClientRequest,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  METHODS,
  STATUS_CODES,
  maxHeaderSize: 16384,
  globalAgent: new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }),
  createServer: () => refuse('made a server'),
  request: request('http:'),
  get: request('http:'),
  validateHeaderName,
  validateHeaderValue,
  setMaxIdleHTTPParsers() {},
  _connectionListener: () => refuse('made a server'),
  requestFor: request,
}
Object.defineProperty(module.exports, 'requestFor', { enumerable: false })
