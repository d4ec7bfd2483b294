// What the engine itself has not, or what would let chance in.
const kit = require('guest:kit')
/** Collection is not to be seen: a reference holds, and nobody is told of an end. Both are allowed by ECMAScript. */
class WeakRef {
  #target
  constructor(target) {
    this.#target = target
  }
  deref() {
    return this.#target
  }
}
class FinalizationRegistry {
  constructor(call) {
    if (typeof call !== 'function') throw new TypeError('FinalizationRegistry: cleanup must be callable')
  }
  register() {}
  unregister() {
    return false
  }
}
const refuse = (kind) => kit.refusing('builtin', `has no ${kind}`, kind.split('.').pop())
/** One thread runs here, so that each operation is whole by itself; nobody could wake who waits. */
const changing = (change) => (array, at, value) => {
  const before = array[at]
  array[at] = change(before, value)
  return before
}
const Atomics = {
  add: changing((a, b) => a + b),
  sub: changing((a, b) => a - b),
  and: changing((a, b) => a & b),
  or: changing((a, b) => a | b),
  xor: changing((a, b) => a ^ b),
  exchange: changing((_, value) => value),
  compareExchange(array, at, expected, value) {
    const before = array[at]
    if (before === expected) array[at] = value
    return before
  },
  load: (array, at) => array[at],
  store(array, at, value) {
    array[at] = value
    return value
  },
  isLockFree: (size) => [1, 2, 4, 8].includes(size),
  notify: () => 0,
  wait: refuse('Atomics.wait'),
  waitAsync: refuse('Atomics.waitAsync'),
}
const WebAssembly = {}
for (const name of [
  'compile',
  'instantiate',
  'validate',
  'compileStreaming',
  'instantiateStreaming',
  'Module',
  'Instance',
  'Memory',
  'Table',
  'Global',
])
  WebAssembly[name] = refuse(`WebAssembly.${name}`)
const tagged = (value, name) => Object.defineProperty(value, Symbol.toStringTag, { value: name })
module.exports = {
  WeakRef,
  FinalizationRegistry,
  Atomics: tagged(Atomics, 'Atomics'),
  WebAssembly: tagged(WebAssembly, 'WebAssembly'),
}
