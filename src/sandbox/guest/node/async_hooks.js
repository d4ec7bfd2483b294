// A store for what happens within a call. QuickJS has no hooks on its promises, so a store stays in place as long as the
// promise is open that the call gave back: one request runs at a time here.
let current = new Map()
const within = (stores, call) => {
  const before = current
  current = stores
  const restore = () => {
    if (current === stores) current = before
  }
  let isOpen = false
  try {
    const result = call()
    if (result && typeof result.then === 'function') {
      isOpen = true
      result.then(restore, restore)
    }
    return result
  } finally {
    if (!isOpen) current = before
  }
}
class AsyncLocalStorage {
  static bind(run) {
    return AsyncResource.bind(run)
  }
  static snapshot() {
    const kept = current
    return (run, ...args) => within(kept, () => run(...args))
  }
  getStore() {
    return current.get(this)
  }
  run(store, call, ...args) {
    return within(new Map(current).set(this, store), () => call(...args))
  }
  exit(call, ...args) {
    const without = new Map(current)
    without.delete(this)
    return within(without, () => call(...args))
  }
  enterWith(store) {
    current = new Map(current).set(this, store)
  }
  disable() {
    current = new Map(current)
    current.delete(this)
  }
}
class AsyncResource {
  static bind(run) {
    const kept = current
    return function (...args) {
      return within(kept, () => Reflect.apply(run, this, args))
    }
  }
  constructor(type) {
    this.type = type
    this.kept = current
  }
  runInAsyncScope(run, self, ...args) {
    return within(this.kept, () => Reflect.apply(run, self, args))
  }
  bind(run) {
    return AsyncResource.bind(run)
  }
  emitDestroy() {
    return this
  }
  asyncId() {
    return 1
  }
  triggerAsyncId() {
    return 0
  }
}
const hook = {
  enable: () => hook,
  disable: () => hook,
}
module.exports = {
  AsyncLocalStorage,
  AsyncResource,
  asyncWrapProviders: {},
  createHook: () => hook,
  executionAsyncId: () => 1,
  executionAsyncResource: () => ({}),
  triggerAsyncId: () => 0,
}
