// Globals, the clock, and the call of a handler.
;(kit) => {
  const {
    language,
    isNode,
    utf8,
    utf8Decode,
    btoaRaw,
    atobRaw,
    isWide,
    decode,
    Buffer,
    webcrypto,
    TextEncoder,
    TextDecoder,
    show,
    consoleObject,
    URLSearchParams,
    URL,
    load,
  } = kit

  let clock = 0
  let seed = 1
  const RealDate = Date
  const fixedDate = function (...args) {
    if (!new.target) return new RealDate(clock).toString()
    return Reflect.construct(RealDate, args.length === 0 ? [clock] : args, new.target)
  }
  fixedDate.prototype = RealDate.prototype
  Object.defineProperty(fixedDate.prototype, 'constructor', {
    value: fixedDate,
    writable: true,
    configurable: true,
  })
  fixedDate.now = () => clock
  fixedDate.parse = RealDate.parse
  fixedDate.UTC = RealDate.UTC
  globalThis.Date = fixedDate
  Math.random = () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  let timers = []
  let nextTimer = 1
  const schedule = (fn, delay, args) => {
    const id = nextTimer++
    timers.push({ id, at: clock + Math.max(0, Number(delay) || 0), run: () => fn(...args) })
    return id
  }
  const cancel = (id) => {
    timers = timers.filter((one) => one.id !== id)
  }

  const put = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true })
  put('console', consoleObject)
  put('require', load)
  if (language !== 'cloudfront-js-1.0') {
    put('Buffer', Buffer)
    put('TextEncoder', TextEncoder)
    put('TextDecoder', TextDecoder)
    put('atob', (text) => {
      if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(String(text))) throw new TypeError('The text is not base64')
      return atobRaw(String(text))
    })
    put('btoa', (text) => {
      if (isWide(String(text))) throw new TypeError('The text holds characters above 255')
      return btoaRaw(String(text))
    })
    put('crypto', isNode ? webcrypto : Object.assign({}, webcrypto))
  } else {
    const method = (name, value) =>
      Object.defineProperty(String.prototype, name, { value, writable: true, configurable: true })
    Object.defineProperty(String, 'bytesFrom', {
      value: (source, encoding) =>
        Array.isArray(source) ? String.fromCharCode(...source) : decode(source, encoding),
      writable: true,
      configurable: true,
    })
    method('toUTF8', function (start, end) {
      return utf8(this).slice(start, end)
    })
    method('fromUTF8', function (start, end) {
      const raw = this.slice(start, end)
      const text = isWide(raw) ? '' : utf8Decode(raw)
      return utf8(text) === raw ? text : null
    })
    method('toBytes', function (start, end) {
      return isWide(this) ? null : this.slice(start, end)
    })
    method('fromBytes', function (start, end) {
      return this.slice(start, end)
    })
  }
  if (isNode) {
    put('URL', URL)
    put('URLSearchParams', URLSearchParams)
    put('setTimeout', (fn, delay, ...args) => schedule(fn, delay, args))
    put('setImmediate', (fn, ...args) => schedule(fn, 0, args))
    put('setInterval', (fn, delay, ...args) => {
      const id = nextTimer
      const again = () => {
        timers.push({ id, at: clock + Math.max(1, Number(delay) || 1), run: again })
        fn(...args)
      }
      schedule(again, delay, [])
      return id
    })
    put('clearTimeout', cancel)
    put('clearInterval', cancel)
    put('clearImmediate', cancel)
    put('queueMicrotask', (fn) => {
      void Promise.resolve().then(fn)
    })
    put('structuredClone', (value) => JSON.parse(JSON.stringify(value)))
    put('process', {
      env: { AWS_REGION: 'us-east-1', NODE_ENV: 'production', TZ: 'UTC' },
      version: 'v22.0.0',
      versions: { node: '22.0.0' },
      platform: 'linux',
      arch: 'x64',
      argv: ['node'],
      cwd: () => '/var/task',
      nextTick: (fn, ...args) => {
        void Promise.resolve().then(() => fn(...args))
      },
      hrtime: Object.assign(() => [Math.floor(clock / 1000), 0], { bigint: () => BigInt(clock) * 1000000n }),
      uptime: () => 1,
      memoryUsage: () => ({ heapUsed: 0 }),
      on() {},
    })
    put('global', globalThis)
    put('fetch', () => Promise.reject(new TypeError('fetch failed: the sandbox has no network')))
    if (!Error.captureStackTrace) Error.captureStackTrace = () => {}
    put('performance', { now: () => 0 })
  }
  for (const name of ['Atomics', 'SharedArrayBuffer', 'WebAssembly', 'WeakRef', 'FinalizationRegistry'])
    delete globalThis[name]
  if (!isNode) {
    const refuse = () => {
      throw new EvalError(
        'Code generation from strings is disallowed: CloudFront Functions do not evaluate code',
      )
    }
    put('eval', refuse)
    const kinds = [() => {}, async () => {}, function* () {}, async function* () {}]
    for (const one of kinds)
      Object.defineProperty(Object.getPrototypeOf(one), 'constructor', {
        value: refuse,
        writable: false,
        configurable: false,
      })
    put('Function', refuse)
    refuse.prototype = Object.getPrototypeOf(kinds[0])
  }

  const report = (error) => {
    if (typeof error === 'object' && error !== null && 'message' in error)
      return {
        name: String(error.name || 'Error'),
        message: String(error.message),
        stack: String(error.stack || ''),
      }
    return { name: 'Error', message: show(error, 0), stack: '' }
  }
  const defaultOf = (module) => (module && Object.hasOwn(module, 'default') ? module.default : module)
  let settled
  const settle = (outcome) => {
    if (!settled) settled = outcome
  }
  const finish = (value) => {
    try {
      settle({ ok: true, value: value === undefined ? undefined : JSON.stringify(value) })
    } catch (error) {
      settle({ error: report(error) })
    }
  }
  const fail = (error) => settle({ error: report(error) })

  function begin(factory, handlerName, input) {
    settled = undefined
    timers = []
    const { event, context, now, random, rawQuery, edgeLocation } = JSON.parse(input)
    kit.edgeLocation = edgeLocation || {}
    if (language === 'cloudfront-js-2.0' && event.request)
      Object.defineProperty(event.request, 'rawQueryString', { value: () => rawQuery || undefined })
    clock = now
    seed = random
    try {
      const module = { exports: {} }
      const found = factory(module, module.exports, load, defaultOf)
      const run = (exported) => {
        const handler =
          exported[handlerName] ||
          module.exports[handlerName] ||
          (typeof module.exports === 'function' ? module.exports : undefined)
        if (typeof handler !== 'function')
          throw new ReferenceError(
            isNode
              ? `${handlerName} is undefined or not exported`
              : 'The function code has no “handler” function',
          )
        if (!isNode) return handler(event)
        const deadline = clock + 5000
        const full = Object.assign(
          {
            functionVersion: '1',
            getRemainingTimeInMillis: () => Math.max(0, deadline - clock),
            callbackWaitsForEmptyEventLoop: true,
            done: (error, value) => (error ? fail(error) : finish(value)),
            succeed: finish,
            fail,
          },
          context,
        )
        const back = handler(event, full, (error, value) =>
          error ? fail(error) : finish(value === undefined ? null : value),
        )
        return back && typeof back.then === 'function' ? back : undefined
      }
      const result = found && typeof found.then === 'function' ? found.then(run) : run(found)
      if (result && typeof result.then === 'function') result.then(finish, fail)
      else if (!isNode) finish(result)
    } catch (error) {
      fail(error)
    }
  }
  /** Runs the next timer; false where there is none. */
  function tick() {
    if (timers.length === 0) return false
    timers.sort((a, b) => a.at - b.at)
    const next = timers.shift()
    clock = Math.max(clock, next.at)
    try {
      next.run()
    } catch (error) {
      fail(error)
    }
    return true
  }

  /** Empty while nothing has settled; else a letter for the kind and its JSON. */
  function outcome() {
    if (!settled) return ''
    if (settled.error) return `e${JSON.stringify(settled.error)}`
    return settled.value === undefined ? 'u' : `v${settled.value}`
  }

  kit.api = { begin, modules: kit.modules, tick, outcome }
}
