// Globals of Node.js. Those that few functions use are made when they are first named.
;(kit) => {
  const { put, load, time, Buffer } = kit
  const lazy = (names, from) => {
    for (const name of names)
      Object.defineProperty(globalThis, name, {
        get: () => load(from)[name],
        set(value) {
          put(name, value)
        },
        configurable: true,
      })
  }
  lazy(['URL', 'URLSearchParams'], 'guest:url')
  lazy(
    [
      'AbortController',
      'AbortSignal',
      'BroadcastChannel',
      'CustomEvent',
      'DOMException',
      'Event',
      'EventTarget',
      'MessageChannel',
      'MessageEvent',
      'MessagePort',
      'structuredClone',
    ],
    'guest:events',
  )
  lazy(['Blob', 'File', 'FormData', 'Headers', 'Request', 'Response', 'WebSocket', 'fetch'], 'guest:fetch')
  lazy(
    [
      'ByteLengthQueuingStrategy',
      'CompressionStream',
      'CountQueuingStrategy',
      'DecompressionStream',
      'ReadableByteStreamController',
      'ReadableStream',
      'ReadableStreamBYOBReader',
      'ReadableStreamBYOBRequest',
      'ReadableStreamDefaultController',
      'ReadableStreamDefaultReader',
      'TextDecoderStream',
      'TextEncoderStream',
      'TransformStream',
      'TransformStreamDefaultController',
      'WritableStream',
      'WritableStreamDefaultController',
      'WritableStreamDefaultWriter',
    ],
    'stream/web',
  )
  lazy(
    ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'],
    'timers',
  )
  lazy(['performance', 'Performance', 'PerformanceObserver', 'PerformanceEntry'], 'perf_hooks')
  lazy(['Intl'], 'guest:intl')
  lazy(['Atomics', 'WebAssembly', 'WeakRef', 'FinalizationRegistry'], 'guest:engine')
  put('queueMicrotask', (run) => {
    if (typeof run !== 'function') throw new TypeError('The "callback" argument must be of type function')
    void Promise.resolve().then(() => run())
  })
  lazy(['crypto', 'Crypto', 'CryptoKey', 'SubtleCrypto'], 'guest:webcrypto')
  put('global', globalThis)
  put('navigator', {
    hardwareConcurrency: 2,
    language: 'en-US',
    languages: ['en-US'],
    userAgent: 'Node.js/22',
  })

  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html; Lambda@Edge takes no variables of one's own.
  const environment = () => ({
    AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
    AWS_LAMBDA_FUNCTION_NAME: 'us-east-1.function',
    AWS_LAMBDA_FUNCTION_VERSION: '1',
    AWS_REGION: 'us-east-1',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    AWS_SESSION_TOKEN: 'EXAMPLE',
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    LAMBDA_TASK_ROOT: '/var/task',
    LANG: 'en_US.UTF-8',
    NODE_PATH: '/opt/nodejs/node22/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules',
    PATH: '/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin',
    TZ: ':UTC',
    _HANDLER: 'index.handler',
  })
  const stream = (fd) => ({
    fd,
    isTTY: false,
    columns: 80,
    writable: true,
    write(text) {
      globalThis.console.log(String(text).replace(/\n$/, ''))
      return true
    },
    on() {
      return this
    },
    once() {
      return this
    },
    end() {},
  })
  const hrtime = (since) => {
    const ms = time.now() - kit.startedAt
    const [s, n] = [Math.floor(ms / 1000), (ms % 1000) * 1e6]
    return since ? [s - since[0], n - since[1]] : [s, n]
  }
  hrtime.bigint = () => BigInt(time.now() - kit.startedAt) * 1000000n
  const version = '22.14.0'
  const makeProcess = () => {
    const self = {
      title: 'node',
      version: `v${version}`,
      versions: { node: version, v8: '12.4.254.21-node.21', modules: '127', openssl: '3.0.15', uv: '1.49.2' },
      arch: 'x64',
      platform: 'linux',
      release: { name: 'node', lts: 'Jod' },
      argv: ['/var/lang/bin/node', '/var/runtime/index.mjs'],
      argv0: 'node',
      execArgv: [],
      execPath: '/var/lang/bin/node',
      env: environment(),
      pid: 8,
      ppid: 1,
      exitCode: undefined,
      features: {},
      config: { variables: {} },
      stdin: stream(0),
      stdout: stream(1),
      stderr: stream(2),
      hrtime,
      cwd: () => '/var/task',
      chdir: () => kit.cannot('processes', 'has no working directory to change'),
      umask: () => 18,
      uptime: () => 1,
      nextTick: (run, ...args) => {
        void Promise.resolve().then(() => run(...args))
      },
      memoryUsage: Object.assign(
        () => ({ rss: 5e7, heapTotal: 2e7, heapUsed: 1e7, external: 1e6, arrayBuffers: 1e4 }),
        { rss: () => 5e7 },
      ),
      cpuUsage: () => ({ user: 0, system: 0 }),
      resourceUsage: () => ({}),
      emitWarning: (text) => globalThis.console.error(`(node:8) Warning: ${text}`),
      exit: () => kit.cannot('processes', 'has no process that could exit'),
      abort: () => kit.cannot('processes', 'has no process that could be ended'),
      kill: () => kit.cannot('processes', 'sends no signals'),
      // Bundles of lodash ask for this one.
      binding: (name) =>
        name === 'util'
          ? { ...kit.load('util').types }
          : kit.cannot('builtin', 'has no internal bindings of Node.js'),
      getuid: () => 993,
      geteuid: () => 993,
      getgid: () => 990,
      getegid: () => 990,
      emit: () => false,
      listeners: () => [],
      listenerCount: () => 0,
    }
    for (const name of [
      'on',
      'once',
      'off',
      'addListener',
      'removeListener',
      'removeAllListeners',
      'prependListener',
    ])
      self[name] = () => self
    return Object.defineProperty(self, Symbol.toStringTag, { value: 'process', configurable: true })
  }
  kit.makeProcess = makeProcess
  Object.defineProperty(kit, 'process', { get: () => kit.ownProcess })
  Object.defineProperty(globalThis, 'process', {
    get: () => kit.ownProcess,
    set(value) {
      put('process', value)
    },
    configurable: true,
  })
  const reset = kit.resetModules
  kit.resetModules = () => {
    reset()
    kit.startedAt = time.now() - 1000
    kit.ownProcess = makeProcess()
  }
  kit.startedAt = 0
  kit.ownProcess = makeProcess()
  kit.bufferModule = {
    Buffer,
    SlowBuffer: Buffer,
    INSPECT_MAX_BYTES: 50,
    kMaxLength: 2 ** 31 - 1,
    kStringMaxLength: 536870888,
    constants: { MAX_LENGTH: 2 ** 31 - 1, MAX_STRING_LENGTH: 536870888 },
    atob: globalThis.atob,
    btoa: globalThis.btoa,
    isAscii: (value) => !/[\u0080-\u00ff]/.test(kit.bytesLike(value)),
    isUtf8: (value) => kit.utf8(kit.utf8Decode(kit.bytesLike(value))) === kit.bytesLike(value),
    transcode: (value, from, to) => Buffer.from(Buffer.from(value).toString(from), to),
    resolveObjectURL: () => undefined,
    get Blob() {
      return load('guest:fetch').Blob
    },
    get File() {
      return load('guest:fetch').File
    },
  }
  Error.captureStackTrace ??= (holder) => {
    if (!('stack' in holder))
      Object.defineProperty(holder, 'stack', { value: '', configurable: true, writable: true })
  }
  // What depends on a language comes of Intl.
  const localized = (holder, name, call) =>
    Object.defineProperty(holder, name, {
      value: { [name]: call }[name],
      writable: true,
      configurable: true,
    })
  const locale = () => load('guest:intl').locale
  const byLocale = (kind) =>
    function (locales, options) {
      return locale()[kind](this.valueOf(), locales, options)
    }
  localized(Number.prototype, 'toLocaleString', byLocale('number'))
  localized(BigInt.prototype, 'toLocaleString', byLocale('number'))
  localized(Date.prototype, 'toLocaleString', byLocale('date'))
  localized(Date.prototype, 'toLocaleDateString', byLocale('dateOnly'))
  localized(Date.prototype, 'toLocaleTimeString', byLocale('timeOnly'))
  localized(String.prototype, 'localeCompare', function (other, locales, options) {
    return locale().compare(String(this), String(other), locales, options)
  })
  for (const name of ['toLocaleUpperCase', 'toLocaleLowerCase'])
    localized(String.prototype, name, function (language) {
      return locale().cased(name, String(this), language)
    })
  Array.fromAsync ??= async (source, map) => {
    const out = []
    for await (const one of source) out.push(map ? await map(one, out.length) : one)
    return out
  }
}
