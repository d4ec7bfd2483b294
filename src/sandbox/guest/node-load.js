// Node's modules: each is compiled when it is first asked for, and made anew for every run.
;(kit) => {
  const { host, Buffer, crypto } = kit
  const compile = globalThis.eval

  /** Says that our sandbox cannot do something, which ends in no answer of CloudFront's, and throws. */
  class SandboxError extends Error {}
  Object.defineProperty(SandboxError.prototype, 'name', { value: 'SandboxLimit', configurable: true })
  kit.cannot = (kind, what) => {
    host('cannot', kind, what)
    const error = new SandboxError(`Our sandbox ${what}`)
    error.code = 'ERR_SANDBOX'
    throw error
  }

  /** A function, or a class where the name is one, that ends in our saying what we cannot do. */
  kit.refusing = (kind, what, name) => {
    function refuse() {
      return kit.cannot(kind, what)
    }
    return Object.defineProperty(refuse, 'name', { value: name, configurable: true })
  }

  const aliases = {
    sys: 'util',
    'util/types': ['util', 'types'],
    'stream/consumers': 'guest:stream-consumers',
    'stream/web': 'guest:stream-web',
    'assert/strict': ['assert', 'strict'],
    'path/posix': 'path',
    'path/win32': ['path', 'win32'],
    'stream/promises': ['stream', 'promises'],
    'fs/promises': ['fs', 'promises'],
    'dns/promises': ['dns', 'promises'],
    'inspector/promises': 'inspector',
    'timers/promises': ['timers', 'promises'],
    'readline/promises': ['readline', 'promises'],
    _stream_duplex: ['stream', 'Duplex'],
    _stream_passthrough: ['stream', 'PassThrough'],
    _stream_readable: ['stream', 'Readable'],
    _stream_transform: ['stream', 'Transform'],
    _stream_writable: ['stream', 'Writable'],
    _stream_wrap: 'stream',
    _http_agent: 'http',
    _http_client: 'http',
    _http_common: 'http',
    _http_incoming: 'http',
    _http_outgoing: 'http',
    _http_server: 'http',
    _tls_common: 'tls',
    _tls_wrap: 'tls',
  }
  const eager = {
    buffer: () => kit.bufferModule,
    process: () => kit.process,
    console: () => globalThis.console,
    constants: () => load('os').constants.signals,
    'guest:kit': () => kit,
  }
  const factories = new Map()
  let instances = new Map()

  const factoryOf = (name) => {
    const known = factories.get(name)
    if (known) return known
    const source = host('source', name)
    if (source === '') return undefined
    const factory = compile(`(function(module,exports,require){"use strict";${source}\n})`)
    factories.set(name, factory)
    return factory
  }
  const own = (name) => {
    if (instances.has(name)) return instances.get(name).exports
    const factory = factoryOf(name)
    if (!factory) return undefined
    const module = { exports: {} }
    instances.set(name, module)
    factory(module, module.exports, load)
    if (Object.hasOwn(module.exports, 'default')) module.exports = module.exports.default
    return module.exports
  }
  const notFound = (given) => {
    const error = new Error(`Cannot find module '${given}'\nRequire stack:\n- /var/task/index.js`)
    error.code = 'MODULE_NOT_FOUND'
    error.requireStack = ['/var/task/index.js']
    return error
  }
  const builtin = (name) => {
    const alias = Object.hasOwn(aliases, name) ? aliases[name] : undefined
    if (Array.isArray(alias)) return builtin(alias[0])[alias[1]]
    if (alias !== undefined) return builtin(alias)
    if (Object.hasOwn(eager, name)) return eager[name]()
    return own(name) ?? own('guest:stubs').find(name)
  }
  const load = (given) => {
    if (typeof given !== 'string') throw new TypeError('The "id" argument must be of type string')
    const name = given.startsWith('node:') ? given.slice(5) : given
    const found = builtin(name)
    if (found !== undefined) return found
    if (/^(aws-sdk|@aws-sdk\/|@smithy\/)/.test(name)) return own('guest:aws-sdk').named(name)
    throw notFound(given)
  }
  /** What the code itself gets, anew for each run: ours of the inside are not for it. */
  const makeRequire = () => {
    const userLoad = (given) => {
      if (String(given).startsWith('guest:')) throw notFound(given)
      return load(given)
    }
    const resolve = (given) => {
      userLoad(given)
      return given
    }
    const paths = () => ['/var/task/node_modules', '/var/runtime/node_modules']
    return Object.assign(userLoad, { resolve: Object.assign(resolve, { paths }), cache: {}, extensions: {} })
  }
  kit.makeModule = () => {
    const userLoad = makeRequire()
    const module = {
      id: '.',
      path: '/var/task',
      filename: '/var/task/index.js',
      exports: {},
      loaded: false,
      children: [],
      paths: ['/var/task/node_modules'],
      require: userLoad,
    }
    userLoad.main = module
    return module
  }
  const AsyncFunction = Object.getPrototypeOf(async () => {})
  kit.isAsyncFunction = (fn) => Object.getPrototypeOf(fn) === AsyncFunction
  Object.assign(kit, {
    load,
    makeRequire,
    evaluate: compile,
    modules: { crypto, Buffer },
    resetModules() {
      instances = new Map()
    },
  })
}
