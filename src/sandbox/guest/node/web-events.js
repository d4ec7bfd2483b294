// Events, abortion, messages and clones of the web platform.
const kit = require('guest:kit')
const codes = {
  IndexSizeError: 1,
  NotFoundError: 8,
  NotSupportedError: 9,
  InvalidStateError: 11,
  SyntaxError: 12,
  InvalidAccessError: 15,
  NetworkError: 19,
  AbortError: 20,
  QuotaExceededError: 22,
  TimeoutError: 23,
  DataCloneError: 25,
}
class DOMException extends Error {
  #name
  constructor(message = '', options = 'Error') {
    super(message)
    this.#name = typeof options === 'object' ? (options.name ?? 'Error') : String(options)
    if (options?.cause !== undefined) this.cause = options.cause
  }
  get name() {
    return this.#name
  }
  get code() {
    return Object.hasOwn(codes, this.#name) ? codes[this.#name] : 0
  }
  get [Symbol.toStringTag]() {
    return 'DOMException'
  }
}
class Event {
  #stops = false
  constructor(type, { bubbles = false, cancelable = false, composed = false } = {}) {
    Object.assign(this, { bubbles, cancelable, composed })
    Object.defineProperty(this, 'type', { value: String(type), enumerable: true })
    this.defaultPrevented = false
    this.target = null
    this.currentTarget = null
    this.eventPhase = 0
    this.isTrusted = false
    this.timeStamp = 0
  }
  preventDefault() {
    if (this.cancelable) this.defaultPrevented = true
  }
  stopPropagation() {}
  stopImmediatePropagation() {
    this.#stops = true
  }
  composedPath() {
    return this.target ? [this.target] : []
  }
  static stops(event) {
    return event.#stops
  }
}
const { stops } = Event
delete Event.stops
class CustomEvent extends Event {
  constructor(type, options = {}) {
    super(type, options)
    this.detail = options.detail ?? null
  }
}
class MessageEvent extends Event {
  constructor(type, options = {}) {
    super(type, options)
    this.data = options.data
    this.ports = options.ports ?? []
  }
}
class EventTarget {
  #calls = []
  addEventListener(type, call, options) {
    if (call === null || call === undefined) return
    const once = typeof options === 'object' && options !== null && Boolean(options.once)
    if (options?.signal?.aborted) return
    if (this.#calls.some((one) => one.type === type && one.call === call)) return
    this.#calls.push({ type: String(type), call, once })
    options?.signal?.addEventListener('abort', () => this.removeEventListener(type, call))
  }
  removeEventListener(type, call) {
    this.#calls = this.#calls.filter((one) => one.type !== type || one.call !== call)
  }
  dispatchEvent(event) {
    event.target = this
    event.currentTarget = this
    const own = this[`on${event.type}`]
    if (typeof own === 'function') own.call(this, event)
    for (const one of [...this.#calls]) {
      if (one.type !== event.type || stops(event)) continue
      if (one.once) this.removeEventListener(one.type, one.call)
      if (typeof one.call === 'function') one.call.call(this, event)
      else one.call.handleEvent(event)
    }
    return !event.defaultPrevented
  }
}
const inside = Symbol('inside')
class AbortSignal extends EventTarget {
  constructor(key) {
    super()
    if (key !== inside)
      throw Object.assign(new TypeError('Illegal constructor'), { code: 'ERR_ILLEGAL_CONSTRUCTOR' })
    Object.assign(this, { aborted: false, reason: undefined, onabort: null })
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
  static abort(reason) {
    const signal = new AbortSignal(inside)
    abort(signal, reason)
    return signal
  }
  static timeout(ms) {
    const signal = new AbortSignal(inside)
    require('timers').setTimeout(
      () => abort(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError')),
      ms,
    )
    return signal
  }
  static any(signals) {
    const signal = new AbortSignal(inside)
    for (const one of signals) {
      if (one.aborted) abort(signal, one.reason)
      else one.addEventListener('abort', () => abort(signal, one.reason))
    }
    return signal
  }
  get [Symbol.toStringTag]() {
    return 'AbortSignal'
  }
}
function abort(signal, reason) {
  if (signal.aborted) return
  signal.aborted = true
  signal.reason = reason === undefined ? new DOMException('This operation was aborted', 'AbortError') : reason
  signal.dispatchEvent(new Event('abort'))
}
class AbortController {
  #signal = new AbortSignal(inside)
  get signal() {
    return this.#signal
  }
  abort(reason) {
    abort(this.#signal, reason)
  }
  get [Symbol.toStringTag]() {
    return 'AbortController'
  }
}

const notCloned = (value) => new DOMException(`${String(value)} could not be cloned.`, 'DataCloneError')
const errorKinds = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
function cloneSpecial(value, seen) {
  if (value instanceof Date) return new Date(value.getTime())
  if (value instanceof RegExp) return new RegExp(value.source, value.flags)
  if (value instanceof ArrayBuffer) return value.slice(0)
  if (value instanceof DataView)
    return new DataView(value.buffer.slice(0), value.byteOffset, value.byteLength)
  if (ArrayBuffer.isView(value)) {
    const bytes = value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength)
    return value instanceof kit.Buffer ? new Uint8Array(bytes) : new value.constructor(bytes)
  }
  if (value instanceof Error) {
    const Kind = Object.hasOwn(errorKinds, value.name) ? errorKinds[value.name] : Error
    const copy = new Kind(value.message)
    if ('cause' in value) copy.cause = clone(value.cause, seen)
    return copy
  }
  if (value instanceof Number || value instanceof String || value instanceof Boolean)
    return Object(value.valueOf())
  return undefined
}
function clone(value, seen) {
  if (typeof value === 'function' || typeof value === 'symbol') throw notCloned(value)
  if (typeof value !== 'object' || value === null) return value
  if (seen.has(value)) return seen.get(value)
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet)
    throw notCloned('#<Promise>')
  const special = cloneSpecial(value, seen)
  if (special !== undefined) {
    seen.set(value, special)
    return special
  }
  const copy = Array.isArray(value)
    ? new Array(value.length)
    : value instanceof Map
      ? new Map()
      : value instanceof Set
        ? new Set()
        : {}
  seen.set(value, copy)
  if (value instanceof Map) for (const [key, one] of value) copy.set(clone(key, seen), clone(one, seen))
  else if (value instanceof Set) for (const one of value) copy.add(clone(one, seen))
  else for (const key of Object.keys(value)) copy[key] = clone(value[key], seen)
  return copy
}
function structuredClone(value) {
  if (arguments.length === 0) throw new TypeError('The "value" argument must be specified')
  return clone(value, new Map())
}

class MessagePort extends EventTarget {
  #other = null
  #queue = []
  #isOpen = false
  #onmessage = null
  static deliver(port, data) {
    port.#queue.push(data)
    if (port.#isOpen) port.#flush()
  }
  static join(a, b) {
    a.#other = b
    b.#other = a
  }
  postMessage(value) {
    const data = structuredClone(value)
    if (this.#other) deliver(this.#other, data)
  }
  #flush() {
    require('timers').setImmediate(() => {
      for (const data of this.#queue.splice(0)) this.dispatchEvent(new MessageEvent('message', { data }))
    })
  }
  get onmessage() {
    return this.#onmessage
  }
  set onmessage(call) {
    this.#onmessage = call
    this.start()
  }
  on(type, call) {
    this.addEventListener(type, (event) => call(event.data))
    this.start()
    return this
  }
  start() {
    this.#isOpen = true
    if (this.#queue.length > 0) this.#flush()
  }
  close() {
    this.#other = null
  }
  ref() {}
  unref() {}
}
const { deliver, join } = MessagePort
delete MessagePort.deliver
delete MessagePort.join
class MessageChannel {
  constructor() {
    this.port1 = new MessagePort()
    this.port2 = new MessagePort()
    join(this.port1, this.port2)
  }
}
class BroadcastChannel extends EventTarget {
  constructor(name) {
    super()
    this.name = String(name)
  }
  postMessage() {}
  close() {}
  ref() {}
  unref() {}
}
module.exports = {
  AbortController,
  AbortSignal,
  BroadcastChannel,
  CustomEvent,
  DOMException,
  Event,
  EventTarget,
  MessageChannel,
  MessageEvent,
  MessagePort,
  structuredClone,
}
