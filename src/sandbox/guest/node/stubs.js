// What needs a machine: it can be named and loaded, as much code does at its top, and says who lacks it where it is called.
const kit = require('guest:kit')

const words = (text) => text.trim().split(/\s+/)

const refusal = (kind, what) => (module, name) =>
  kit.refusing(kind, `${what}: the function called “${module}.${name}”`, name)
const noNetwork = refusal('network', 'has no network')
const noFiles = refusal('files', 'has no files')
const noProcesses = refusal('processes', 'starts no processes or threads')
const noInside = refusal('builtin', 'has no inside of Node.js to offer')

const made = (module, refuse, names, more) => {
  const out = {}
  for (const name of words(names)) out[name] = refuse(module, name)
  return Object.defineProperties(out, Object.getOwnPropertyDescriptors(more || {}))
}

const pathCalls =
  'appendFile access chown chmod copyFile cp lchown link lstat lutimes mkdir mkdtemp open opendir readdir readFile readlink realpath rename rm rmdir stat statfs symlink truncate unlink utimes writeFile'
const fileCalls = 'close fchown fchmod fdatasync fstat fsync ftruncate futimes read readv write writev'
const fsNames = `${pathCalls} ${fileCalls} ${words(`${pathCalls} ${fileCalls}`)
  .map((name) => `${name}Sync`)
  .join(
    ' ',
  )} createReadStream createWriteStream openAsBlob unwatchFile watch watchFile lchmod lchmodSync Dirent Stats ReadStream WriteStream FileReadStream FileWriteStream Dir`
const constants = { F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 }
const fsConstants = Object.assign(
  {
    UV_FS_SYMLINK_DIR: 1,
    O_RDONLY: 0,
    O_WRONLY: 1,
    O_RDWR: 2,
    O_CREAT: 64,
    O_EXCL: 128,
    O_TRUNC: 512,
    O_APPEND: 1024,
  },
  { S_IFMT: 61440, S_IFREG: 32768, S_IFDIR: 16384, S_IFLNK: 40960, COPYFILE_EXCL: 1 },
  constants,
)
const isOwn = (name) => /^(\/var\/task\/?)?(index\.(js|mjs))?$/.test(String(name))
/** Where nothing can be: Lambda lays the one file of a template there, and nothing else. */
const isEmpty = (name) => {
  const path = require('path').resolve(String(name))
  return /^\/(var\/task|home|root|tmp|opt)(\/|$)/.test(path) && !isOwn(path)
}
const asked = {
  access: 'access',
  lstat: 'lstat',
  open: 'open',
  opendir: 'opendir',
  readFile: 'open',
  readdir: 'scandir',
  readlink: 'readlink',
  realpath: 'lstat',
  stat: 'stat',
}
const absence = (syscall, path) => {
  const message = `ENOENT: no such file or directory, ${syscall} '${path}'`
  return Object.assign(new Error(message), { errno: -2, code: 'ENOENT', syscall, path: String(path) })
}
const readers = () => {
  const [calls, promised] = [{}, {}]
  for (const name of Object.keys(asked)) {
    const unread = noFiles('fs', name)
    const look = (path) => {
      if (isEmpty(path)) throw absence(asked[name], path)
      return unread()
    }
    calls[`${name}Sync`] = look
    promised[name] = async (path) => look(path)
    calls[name] = (path, ...more) => {
      if (!isEmpty(path)) return unread()
      const done = more.pop()
      queueMicrotask(() => done(absence(asked[name], path)))
      return undefined
    }
  }
  return { calls, promised }
}
const fs = () => {
  const { calls, promised } = readers()
  return Object.assign(filesWithout(promised), calls)
}
const filesWithout = (promised) =>
  made('fs', noFiles, fsNames, {
    ...constants,
    constants: fsConstants,
    promises: made('fs.promises', noFiles, `${pathCalls} lchmod watch`, {
      constants: fsConstants,
      ...promised,
    }),
    // Code in a template is one file, so that nothing else is there.
    existsSync: isOwn,
    exists: (name, done) => done(isOwn(name)),
    _toUnixTimestamp: Number,
  })

const dnsCalls =
  'lookup lookupService resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx resolveNaptr resolveNs resolvePtr resolveSoa resolveSrv resolveTxt resolveTlsa reverse setServers Resolver'
const dnsMore = () => ({
  ADDRCONFIG: 1024,
  ALL: 256,
  V4MAPPED: 8,
  NODATA: 'ENODATA',
  NOTFOUND: 'ENOTFOUND',
  SERVFAIL: 'ESERVFAIL',
  TIMEOUT: 'ETIMEOUT',
  REFUSED: 'EREFUSED',
  CANCELLED: 'ECANCELLED',
  getServers: () => [],
  getDefaultResultOrder: () => 'verbatim',
  setDefaultResultOrder() {},
})

const net = () => {
  const ipv4 = (text) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(String(text))
  const ipv6 = (text) =>
    /^[0-9a-f:.%]+$/i.test(String(text)) &&
    kit.host('address', `http://[${String(text).replace(/%.*/, '')}]/`, '') !== 'null'
  return made(
    'net',
    noNetwork,
    'BlockList SocketAddress connect createConnection createServer Server Socket Stream _createServerHandle _normalizeArgs _setSimultaneousAccepts',
    {
      isIP: (text) => (ipv4(text) ? 4 : ipv6(text) ? 6 : 0),
      isIPv4: ipv4,
      isIPv6: ipv6,
      getDefaultAutoSelectFamily: () => true,
      setDefaultAutoSelectFamily() {},
      getDefaultAutoSelectFamilyAttemptTimeout: () => 250,
      setDefaultAutoSelectFamilyAttemptTimeout() {},
    },
  )
}

const os = () =>
  made('os', noInside, 'setPriority networkInterfaces userInfo', {
    EOL: '\n',
    devNull: '/dev/null',
    constants: {
      signals: { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 },
      errno: { ENOENT: 2, EACCES: 13, ECONNREFUSED: 111, ETIMEDOUT: 110 },
      priority: {},
      dlopen: {},
    },
    arch: () => 'x64',
    availableParallelism: () => 2,
    cpus: () => [],
    endianness: () => 'LE',
    freemem: () => 6e7,
    getPriority: () => 0,
    homedir: () => '/home/sbx_user1051',
    hostname: () => '169.254.1.1',
    loadavg: () => [0, 0, 0],
    machine: () => 'x86_64',
    platform: () => 'linux',
    release: () => '5.10.0',
    tmpdir: () => '/tmp',
    totalmem: () => 128 * 1024 * 1024,
    type: () => 'Linux',
    uptime: () => 1,
    version: () => '#1 SMP',
  })

const http2Constants = {
  HTTP2_HEADER_AUTHORITY: ':authority',
  HTTP2_HEADER_METHOD: ':method',
  HTTP2_HEADER_PATH: ':path',
  HTTP2_HEADER_SCHEME: ':scheme',
  HTTP2_HEADER_STATUS: ':status',
  NGHTTP2_CANCEL: 8,
}
const builtinNames = words(
  '_http_agent _http_client _http_common _http_incoming _http_outgoing _http_server _stream_duplex _stream_passthrough _stream_readable _stream_transform _stream_wrap _stream_writable _tls_common _tls_wrap assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns dns/promises domain events fs fs/promises http http2 https inspector inspector/promises module net os path path/posix path/win32 perf_hooks process punycode querystring readline readline/promises repl stream stream/consumers stream/promises stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types v8 vm wasi worker_threads zlib',
)

const moduleOf = () => {
  const Module = made(
    'module',
    noInside,
    '_debug _findPath _nodeModulePaths _resolveLookupPaths _load _resolveFilename _initPaths _preloadModules runMain findSourceMap register SourceMap',
  )
  const self = function Module(id) {
    this.id = id
    this.exports = {}
  }
  return Object.assign(self, Module, {
    Module: self,
    builtinModules: builtinNames,
    isBuiltin: (name) => builtinNames.includes(String(name).replace(/^node:/, '')),
    createRequire: () => kit.makeRequire(),
    syncBuiltinESMExports() {},
    globalPaths: [],
    _cache: {},
    _pathCache: {},
    _extensions: {},
  })
}

const workerThreads = () => {
  const { MessageChannel, MessagePort, BroadcastChannel } = require('guest:events')
  return made('worker_threads', noProcesses, 'Worker moveMessagePortToContext postMessageToThread', {
    MessageChannel,
    MessagePort,
    BroadcastChannel,
    isMainThread: true,
    parentPort: null,
    workerData: null,
    threadId: 0,
    resourceLimits: {},
    SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
    markAsUntransferable() {},
    receiveMessageOnPort: () => undefined,
    getEnvironmentData: () => undefined,
    setEnvironmentData() {},
  })
}

const makers = {
  fs,
  net,
  os,
  module: moduleOf,
  worker_threads: workerThreads,
  child_process: () =>
    made(
      'child_process',
      noProcesses,
      '_forkChild ChildProcess exec execFile execFileSync execSync fork spawn spawnSync',
    ),
  cluster: () =>
    made('cluster', noProcesses, 'Worker setupPrimary setupMaster fork disconnect', {
      isWorker: false,
      isMaster: true,
      isPrimary: true,
      workers: {},
      settings: {},
      SCHED_NONE: 1,
      SCHED_RR: 2,
      schedulingPolicy: 2,
    }),
  dgram: () => made('dgram', noNetwork, '_createSocketHandle createSocket Socket'),
  dns: () =>
    made('dns', noNetwork, dnsCalls, {
      ...dnsMore(),
      promises: made('dns.promises', noNetwork, dnsCalls, dnsMore()),
    }),
  domain: () => made('domain', noInside, 'Domain createDomain create', { active: null, _stack: [] }),
  http2: () =>
    made(
      'http2',
      noNetwork,
      'connect createServer createSecureServer getPackedSettings getUnpackedSettings performServerHandshake Http2ServerRequest Http2ServerResponse',
      {
        constants: http2Constants,
        sensitiveHeaders: Symbol('sensitiveHeaders'),
        getDefaultSettings: () => ({}),
      },
    ),
  inspector: () =>
    made('inspector', noInside, 'open close waitForDebugger Session', {
      url: () => undefined,
      console: globalThis.console,
      Network: {},
    }),
  readline: () => {
    const names = 'Interface createInterface'
    return made(
      'readline',
      noFiles,
      `${names} clearLine clearScreenDown cursorTo emitKeypressEvents moveCursor`,
      {
        promises: made('readline.promises', noFiles, `${names} Readline`),
      },
    )
  },
  repl: () =>
    made('repl', noProcesses, 'start writer REPLServer Recoverable isValidSyntax', {
      REPL_MODE_SLOPPY: Symbol('repl-sloppy'),
      REPL_MODE_STRICT: Symbol('repl-strict'),
      builtinModules: builtinNames,
    }),
  tls: () =>
    made(
      'tls',
      noNetwork,
      'checkServerIdentity createSecureContext SecureContext TLSSocket Server createServer connect createSecurePair convertALPNProtocols',
      {
        getCiphers: () => [],
        rootCertificates: [],
        CLIENT_RENEG_LIMIT: 3,
        CLIENT_RENEG_WINDOW: 600,
        DEFAULT_CIPHERS: 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256',
        DEFAULT_ECDH_CURVE: 'auto',
        DEFAULT_MIN_VERSION: 'TLSv1.2',
        DEFAULT_MAX_VERSION: 'TLSv1.3',
      },
    ),
  trace_events: () =>
    made('trace_events', noInside, 'createTracing', { getEnabledCategories: () => undefined }),
  tty: () => made('tty', noFiles, 'ReadStream WriteStream', { isatty: () => false }),
  v8: () =>
    made(
      'v8',
      noInside,
      'cachedDataVersionTag getHeapSnapshot getHeapSpaceStatistics getHeapCodeStatistics Serializer Deserializer DefaultSerializer DefaultDeserializer deserialize takeCoverage stopCoverage serialize writeHeapSnapshot queryObjects setHeapSnapshotNearHeapLimit GCProfiler',
      {
        setFlagsFromString() {},
        getHeapStatistics: () => ({ heap_size_limit: 128 * 1024 * 1024 }),
        promiseHooks: {},
        startupSnapshot: {},
      },
    ),
  vm: () => {
    const indirect = kit.evaluate
    return made(
      'vm',
      noInside,
      'Script createContext createScript runInContext runInNewContext compileFunction measureMemory',
      {
        runInThisContext: (text) => indirect(text),
        isContext: () => false,
        constants: {},
      },
    )
  },
  wasi: () => made('wasi', noInside, 'WASI'),
}
const kept = new Map()
module.exports = {
  find(name) {
    if (!Object.hasOwn(makers, name)) return undefined
    if (!kept.has(name)) kept.set(name, makers[name]())
    return kept.get(name)
  },
}
