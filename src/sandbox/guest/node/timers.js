// Timers of the simulated clock.
const { time } = require('guest:kit')
const promisified = Symbol.for('nodejs.util.promisify.custom')
class Timeout {
  constructor(id) {
    this.id = id
  }
  ref() {
    return this
  }
  unref() {
    return this
  }
  hasRef() {
    return true
  }
  refresh() {
    return this
  }
  close() {
    time.cancel(this.id)
    return this
  }
  [Symbol.toPrimitive]() {
    return this.id
  }
}
class Immediate extends Timeout {}
const check = (run) => {
  if (typeof run !== 'function')
    throw Object.assign(new TypeError('The "callback" argument must be of type function.'), {
      code: 'ERR_INVALID_ARG_TYPE',
    })
}
const setTimeout = (run, delay, ...args) => {
  check(run)
  return new Timeout(time.schedule(() => run(...args), delay))
}
const setInterval = (run, delay, ...args) => {
  check(run)
  return new Timeout(time.schedule(() => run(...args), delay, Math.max(1, Math.trunc(Number(delay)) || 1)))
}
const setImmediate = (run, ...args) => {
  check(run)
  return new Immediate(time.schedule(() => run(...args), 0))
}
const clear = (timer) => {
  if (timer === undefined || timer === null) return
  time.cancel(typeof timer === 'object' ? timer.id : Number(timer))
}
const aborted = (signal) => {
  const { DOMException } = require('guest:events')
  return signal.reason ?? new DOMException('The operation was aborted', 'AbortError')
}
const later = (start) => (delay, value, options) =>
  new Promise((resolve, reject) => {
    const signal = options?.signal
    if (signal?.aborted) {
      reject(aborted(signal))
      return
    }
    const timer = start(() => resolve(value), delay)
    signal?.addEventListener('abort', () => {
      clear(timer)
      reject(aborted(signal))
    })
  })
async function* every(delay, value) {
  for (;;) {
    await promises.setTimeout(delay)
    yield value
  }
}
const promises = {
  setTimeout: later((run, delay) => setTimeout(run, delay)),
  setImmediate: (value, options) => later((run) => setImmediate(run))(0, value, options),
  setInterval: every,
  scheduler: {
    wait: (delay, options) => promises.setTimeout(delay, undefined, options),
    yield: () => promises.setImmediate(),
  },
}
setTimeout[promisified] = promises.setTimeout
setImmediate[promisified] = promises.setImmediate
module.exports = {
  setTimeout,
  setInterval,
  setImmediate,
  clearTimeout: clear,
  clearInterval: clear,
  clearImmediate: clear,
  promises,
  active() {},
  enroll() {},
  unenroll() {},
  _unrefActive() {},
}
