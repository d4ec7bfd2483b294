// Channels to which nobody outside listens.
class Channel {
  constructor(name) {
    this.name = name
    this._calls = []
  }
  get hasSubscribers() {
    return this._calls.length > 0
  }
  subscribe(call) {
    this._calls.push(call)
  }
  unsubscribe(call) {
    const before = this._calls.length
    this._calls = this._calls.filter((one) => one !== call)
    return this._calls.length < before
  }
  publish(message) {
    for (const call of this._calls) call(message, this.name)
  }
  bindStore() {}
  unbindStore() {
    return false
  }
  runStores(_message, run, self, ...args) {
    return Reflect.apply(run, self, args)
  }
}
const channels = new Map()
const channel = (name) => {
  if (!channels.has(name)) channels.set(name, new Channel(name))
  return channels.get(name)
}
const parts = ['start', 'end', 'asyncStart', 'asyncEnd', 'error']
class TracingChannel {
  constructor(name) {
    for (const part of parts)
      this[part] = typeof name === 'string' ? channel(`tracing:${name}:${part}`) : name[part]
  }
  get hasSubscribers() {
    return parts.some((part) => this[part].hasSubscribers)
  }
  subscribe(calls) {
    for (const part of parts) if (calls[part]) this[part].subscribe(calls[part])
  }
  unsubscribe(calls) {
    for (const part of parts) if (calls[part]) this[part].unsubscribe(calls[part])
    return true
  }
  traceSync(run, _context, self, ...args) {
    return Reflect.apply(run, self, args)
  }
  tracePromise(run, _context, self, ...args) {
    return Reflect.apply(run, self, args)
  }
  traceCallback(run, _position, _context, self, ...args) {
    return Reflect.apply(run, self, args)
  }
}
module.exports = {
  Channel,
  channel,
  hasSubscribers: (name) => channel(name).hasSubscribers,
  subscribe: (name, call) => channel(name).subscribe(call),
  unsubscribe: (name, call) => channel(name).unsubscribe(call),
  tracingChannel: (name) => new TracingChannel(name),
}
