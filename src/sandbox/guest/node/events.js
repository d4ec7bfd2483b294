// Node's EventEmitter (the events package), with the functions that newer versions of Node have added.
const EventEmitter = require('guest:events-library')
const { once } = EventEmitter
const listenersOf = (target, name) => (typeof target.listeners === 'function' ? target.listeners(name) : [])
const onAbort = (signal, call) => signal?.addEventListener('abort', call)
const aborted = (signal) => signal.reason ?? new Error('The operation was aborted')
async function* on(emitter, name, options) {
  const waiting = []
  let wake = () => {}
  const push = (...args) => {
    waiting.push(args)
    wake()
  }
  let failure
  const fail = (error) => {
    failure = { error }
    wake()
  }
  emitter.on(name, push)
  if (name !== 'error') emitter.on('error', fail)
  onAbort(options?.signal, () => fail(aborted(options.signal)))
  try {
    for (;;) {
      while (waiting.length > 0) yield waiting.shift()
      if (failure) throw failure.error
      await new Promise((resolve) => {
        wake = resolve
      })
    }
  } finally {
    emitter.off(name, push)
    emitter.off('error', fail)
  }
}
class EventEmitterAsyncResource extends EventEmitter {}
Object.assign(EventEmitter, {
  EventEmitter,
  EventEmitterAsyncResource,
  on,
  once: (emitter, name, options) => {
    if (options?.signal?.aborted) return Promise.reject(aborted(options.signal))
    if (typeof emitter.addEventListener === 'function' && typeof emitter.on !== 'function')
      return new Promise((resolve) =>
        emitter.addEventListener(name, (event) => resolve([event]), { once: true }),
      )
    return once(emitter, name)
  },
  getEventListeners: listenersOf,
  getMaxListeners: (target) => target.getMaxListeners?.() ?? EventEmitter.defaultMaxListeners,
  setMaxListeners(count, ...targets) {
    for (const target of targets) target.setMaxListeners?.(count)
  },
  addAbortListener(signal, call) {
    signal.addEventListener('abort', call)
    return { [Symbol.for('nodejs.dispose')]: () => signal.removeEventListener('abort', call) }
  },
  listenerCount: (target, name) => listenersOf(target, name).length,
  errorMonitor: Symbol('events.errorMonitor'),
  captureRejectionSymbol: Symbol.for('nodejs.rejection'),
  captureRejections: false,
  usingDomains: false,
})
module.exports = EventEmitter
