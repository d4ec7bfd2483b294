/** What a hostile function tries: to reach what is outside of its engine, and to never end. */

export interface Attack {
  readonly what: string
  /** The body of a Lambda@Edge handler that is async. */
  readonly body: string
}

const attacks = (...list: readonly (readonly [what: string, body: string])[]): readonly Attack[] =>
  list.map(([what, body]) => ({ what, body }))

/** These never end by themselves, or break by what they try: none comes to an answer. */
export const endless: readonly Attack[] = attacks(
  [
    'a walk up the prototypes',
    'let o = {}; while (Object.getPrototypeOf(o)) o = Object.getPrototypeOf(o); return o.host.process.exit()',
  ],
  ['a chain of constructors', "return ({}).constructor.constructor('return process.binding')().call()"],
  [
    'a constructor of the logger',
    "return console.log.constructor('return this')().fetch('https://example.com')",
  ],
  ['a dynamic import', "return (await import('node:fs')).readFileSync('/etc/passwd')"],
  ['a huge array', 'const a = []; for (;;) a.push(new Array(1e6).fill(1)); return a.length'],
  ['a huge string', "let s = 'x'; for (;;) s += s; return s.length"],
  ['a deep recursion', 'const f = () => 1 + f(); return f()'],
  ['a catastrophic regular expression', "return /^(a+)+$/.test('a'.repeat(60) + '!')"],
  ['endless promises', 'const again = () => Promise.resolve().then(again); await again()'],
  ['endless timers', 'await new Promise(() => { const again = () => setTimeout(again, 1); again() })'],
  ['Atomics.wait', 'return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1e9)'],
  ['a search for a long text in a long one', "return 'a'.repeat(2 ** 22).indexOf('a'.repeat(2 ** 21) + 'b')"],
  ['searches without end', "const s = 'a'.repeat(2 ** 20); for (;;) s.includes('b')"],
  ['an array of four thousand million holes', 'const a = []; a.length = 2 ** 32 - 1; return a.join()'],
  ['a list without end', 'return Array.from({ length: 1e12 })'],
  ['buffers without end', 'const a = []; for (;;) a.push(new Uint8Array(2 ** 20).fill(1))'],
  ['maps without end', 'const m = new Map(); for (;;) m.set({}, {})'],
  ['the constructor of async functions', "return await (async () => {}).constructor('return host')()"],
  ['the constructor of generators', "return [...(function* () {}).constructor('yield host')()]"],
  ['a way to the process', "return process.mainModule.require('fs')"],
  [
    'a bomb of gzip',
    "const z = require('zlib'); let b = Buffer.alloc(2 ** 22); b = z.gzipSync(b); return z.gunzipSync(Buffer.concat([b.subarray(0, -4), Buffer.from([0, 0, 0, 255])])).length",
  ],
  ['recursion in finally', 'const f = (n) => { try { f() } finally { if (n) f() } }; f(1)'],
  ['a trap without end', 'return new Proxy({}, { get() { for (;;); } }).x'],
  ['an endless sort', 'return [3, 2, 1].sort(() => { for (;;); })'],
  ['an endless getter in the answer', 'return { get a() { for (;;); } }'],
  ['an endless toJSON', 'return { toJSON() { for (;;); } }'],
  ['a thenable that gives itself', 'return { then(done) { done(this) } }'],
  ['a generator without end', 'function* all() { for (;;) yield 1 } return [...all()]'],
  [
    'an async generator without end',
    'async function* all() { for (;;) yield 1 } for await (const one of all()); ',
  ],
  [
    'an iterator that never is done',
    'return Array.from({ [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) })',
  ],
  ['endless replacing', "return 'a'.replace(/a/, () => { for (;;); })"],
  ['an endless valueOf', 'return +{ valueOf() { for (;;); } }'],
  ['an endless Symbol.toPrimitive', 'return String({ [Symbol.toPrimitive]() { for (;;); } })'],
  ['an endless reviver', "return JSON.parse('[1]', () => { for (;;); })"],
  [
    'an endless species',
    'class A extends Array { static get [Symbol.species]() { for (;;); } } return new A(1).map((x) => x)',
  ],
  ['an endless catch', 'for (;;) try { throw 1 } catch {}'],
  ['a circle in the answer', 'const a = {}; a.a = a; return a'],
  ['a BigInt in the answer', 'return 1n'],
  ['an answer whose keys never end', 'return new Proxy({}, { ownKeys() { for (;;); } })'],
  [
    'a proxy that is its own prototype',
    'const p = new Proxy({}, { getPrototypeOf: () => p }); return p instanceof Array',
  ],
  ['a text of a thousand million', "return 'x'.repeat(2 ** 30)"],
  ['a padding of a thousand million', "return ''.padEnd(2 ** 30, 'abc')"],
  ['a buffer of four thousand million', 'return Buffer.alloc(2 ** 32).length'],
  ['a list of typed numbers without end', 'return new Float64Array(2 ** 40).length'],
  ['WebAssembly memory', 'return new WebAssembly.Memory({ initial: 65536 }).buffer.byteLength'],
  [
    'a derivation of a thousand million rounds',
    "return require('crypto').pbkdf2Sync('a', 'b', 1e9, 64, 'sha512').length",
  ],
  [
    'a derivation of a huge memory',
    "return require('crypto').scryptSync('a', 'b', 64, { N: 2 ** 24, r: 64, maxmem: 2 ** 40 }).length",
  ],
  ['random bytes without end', "return require('crypto').randomBytes(2 ** 31 - 1).length"],
  [
    'microtasks without end',
    'await new Promise(() => { const again = () => queueMicrotask(again); again() })',
  ],
  ['ticks without end', 'await new Promise(() => { const again = () => process.nextTick(again); again() })'],
  ['an error that throws another as its message', 'throw { get message() { throw this } }'],
  ['an error that is a proxy', 'throw new Proxy({}, { get() { throw 1 } })'],
  ['an error that is nothing', 'throw undefined'],
  ['an exit', 'process.exit(0)'],
  ['an abort', 'process.abort()'],
  ['a signal to the host', 'process.kill(process.pid, 9); for (;;);'],
)

/** What they find is given back: it may be anything but what is the host's. */
export const prying: readonly Attack[] = attacks(
  ['an answer that never comes', 'await new Promise(() => {})'],
  ['an answer that is a thenable without end', 'return { then() {} }'],
  ['the environment', 'return process.env'],
  ['the environment by reflection', "return Reflect.get(globalThis, 'pro' + 'cess').env"],
  ['the folder', 'return process.cwd()'],
  ['the process’s number', "return 'pid:' + process.pid"],
  ['its parent’s number', "return 'pid:' + process.ppid"],
  ['its arguments', 'return [process.argv, process.argv0, process.execArgv, process.execPath]'],
  ['its title and its user', 'return [process.title, process.getuid && process.getuid()]'],
  ['its report', 'return process.report && process.report.getReport()'],
  ['a binding', "return process.binding('fs')"],
  ['an inner binding', "return process._linkedBinding('fs')"],
  ['a built-in of the process', "return process.getBuiltinModule('fs').readFileSync('/etc/passwd', 'utf8')"],
  [
    'a library of the system',
    "const m = { exports: {} }; process.dlopen(m, '/lib/x86_64-linux-gnu/libc.so.6'); return Object.keys(m)",
  ],
  ['a file', "return require('fs').readFileSync('/etc/passwd', 'utf8')"],
  ['a file by a promise', "return await require('fs/promises').readFile('/etc/passwd', 'utf8')"],
  ['a file by its scheme', "return require('node:fs').readFileSync(new URL('file:///etc/passwd'), 'utf8')"],
  [
    'a file as a stream',
    "let t = ''; for await (const c of require('fs').createReadStream('/etc/passwd')) t += c; return t",
  ],
  ['a file as a module', "return require('/etc/passwd')"],
  ['a file of ours as a module', "return Object.keys(require('../../package.json'))"],
  ['a folder’s names', "return require('fs').readdirSync('/etc')"],
  ['the process’s own files', "return require('fs').readFileSync('/proc/self/environ', 'utf8')"],
  ['a write', "require('fs').writeFileSync('frontage-canary.txt', 'x'); return 1"],
  ['a program', "return require('child_process').execSync('id; cat /etc/passwd').toString()"],
  ['a program by spawn', "return require('child_process').spawnSync('cat', ['/etc/passwd']).stdout"],
  ['a thread', "return new (require('worker_threads').Worker)('process.exit(3)', { eval: true }).threadId"],
  [
    'the data of the thread',
    "const w = require('worker_threads'); return [w.workerData, w.parentPort, w.threadId]",
  ],
  [
    'a context of its own',
    "return require('vm').runInNewContext('this.constructor.constructor(\"return process\")().env')",
  ],
  ['a script', "return new (require('vm').Script)('process.env').runInThisContext()"],
  ['a module loader', "return require('module')._load('fs').readFileSync('/etc/passwd', 'utf8')"],
  [
    'a loader made anew',
    "return require('module').createRequire('/')('fs').readFileSync('/etc/passwd', 'utf8')",
  ],
  ['the loader’s cache', 'return Object.keys(require.cache || {})'],
  ['the loader’s parent', 'return module.parent && Object.keys(module.parent)'],
  ['the inspector', "require('inspector').open(9229); return require('inspector').url()"],
  [
    'the inside of the engine',
    "require('v8').setFlagsFromString('--allow-natives-syntax'); return Object.keys(require('v8').getHeapStatistics())",
  ],
  ['the name of the machine', "return require('os').hostname()"],
  ['the user of the machine', "return require('os').userInfo()"],
  ['the networks of the machine', "return require('os').networkInterfaces()"],
  [
    'a connection',
    "return await new Promise((done) => require('net').connect(1, '127.0.0.1').on('error', done))",
  ],
  [
    'a listener',
    "return await new Promise((done) => require('http').createServer().listen(0, () => done('listens')))",
  ],
  ['a name of the network', "return await require('dns').promises.lookup('localhost')"],
  ['a request', "return (await fetch('http://169.254.169.254/latest/meta-data/')).status"],
  [
    'a request by a module',
    "return await new Promise((done) => require('https').get('https://127.0.0.1:1/', (r) => done(r.statusCode)).on('error', (e) => done(e.message)))",
  ],
  ['a socket of the web', "return new WebSocket('ws://127.0.0.1:1').readyState"],
  ['Function', "return Function('return typeof hostCanary')()"],
  ['Function by the array', "return [].at.constructor('return globalThis.hostCanary')()"],
  ['eval', "return eval('globalThis.hostCanary')"],
  ['an indirect eval', "return (0, eval)('this.hostCanary')"],
  ['eval by a template', "return Function.apply(null, ['return this.hostCanary']).call(null)"],
  [
    'an async function made of text',
    "return await (async () => {}).constructor('return globalThis.hostCanary')()",
  ],
  [
    'a timer of text',
    "setTimeout('hostCanary.touched = 1', 0); await new Promise((d) => setTimeout(d, 5)); return typeof hostCanary",
  ],
  ['this of a sloppy function', 'return (function () { return typeof this.hostCanary }())'],
  ['the caller', 'function f() { return f.caller && f.caller.toString() } return f()'],
  ['the arguments of the caller', 'return (function () { return arguments.callee.caller.arguments[0] }())'],
  ['the stack of an error', 'return new Error("a").stack'],
  [
    'the stack by prepareStackTrace',
    'Error.prepareStackTrace = (e, frames) => frames.map((f) => [String(f), f.getThis && f.getThis()]); return new Error().stack',
  ],
  [
    'the stack of a built-in’s error',
    "try { null.x } catch (e) { return [e.stack, e.constructor.constructor('return typeof hostCanary')()] }",
  ],
  [
    'the stack of the host’s own error',
    "try { require('zlib').gunzipSync(Buffer.from('x')) } catch (e) { return [e.stack, e.constructor.constructor('return typeof hostCanary')()] }",
  ],
  [
    'the constructor behind an answer of the host',
    "return require('crypto').createHash('md5').update('a').digest().constructor.constructor('return typeof hostCanary')()",
  ],
  ['the constructor behind the event', "return event.constructor.constructor('return typeof hostCanary')()"],
  [
    'the constructor behind the context',
    "return context.constructor.constructor('return typeof hostCanary')()",
  ],
  ['the constructor behind a host’s promise', "return (await import('crypto')).constructor"],
  [
    'the prototype of all objects',
    "Object.prototype.polluted = 'yes'; ({}).constructor.prototype.polluted2 = 'yes'; return ({}).polluted",
  ],
  [
    'the prototype by a name',
    'const a = JSON.parse(\'{"__proto__":{"polluted":"yes"}}\'); Object.assign({}, a); return a',
  ],
  [
    'the prototype of arrays',
    "Array.prototype.map = () => 'taken'; Array.prototype[Symbol.iterator] = null; return [1]",
  ],
  [
    'the prototype of promises',
    'Promise.prototype.then = () => { throw 1 }; Promise.resolve = null; return 1',
  ],
  ['JSON', 'JSON.stringify = () => \'{"taken":1}\'; JSON.parse = () => ({ taken: 1 }); return { mine: 1 }'],
  ['toJSON of all objects', "Object.prototype.toJSON = () => 'taken'; return { mine: 1 }"],
  [
    'a getter on all objects',
    "Object.defineProperty(Object.prototype, 'ok', { get() { return false }, configurable: true }); return { mine: 1 }",
  ],
  [
    'a setter on all objects',
    "let seen = []; Object.defineProperty(Object.prototype, 'value', { set(v) { seen.push(typeof v) } }); return seen",
  ],
  ['a replaced Object', 'globalThis.Object = null; globalThis.Array = null; return 1'],
  [
    'a deleted global',
    'for (const k of Reflect.ownKeys(globalThis)) try { delete globalThis[k] } catch {} return 1',
  ],
  ['a frozen global', 'Object.freeze(globalThis); Object.freeze(Object.prototype); return 1'],
  [
    'the names of all globals',
    'return Reflect.ownKeys(globalThis).map(String).filter((k) => /canary/i.test(k))',
  ],
  [
    'what the engine’s own module has',
    'return [typeof std, typeof os, typeof scriptArgs, typeof bjson, typeof __loadScript, typeof print]',
  ],
  ['the engine’s std module', "return Object.keys(await import('std'))"],
  ['the engine’s os module', "return Object.keys(await import('qjs:os'))"],
  [
    'a module by data',
    "return (await import('data:text/javascript,export default globalThis.hostCanary')).default",
  ],
  ['a module by an address', "return (await import('https://example.com/a.js')).default"],
  ['the meta of the module', "return new Function('return import.meta.url')()"],
  [
    'WebAssembly',
    "return await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 'made')",
  ],
  [
    'shared memory',
    'const s = new SharedArrayBuffer(8); return [Atomics.add(new Int32Array(s), 0, 1), s.constructor.name]',
  ],
  ['a pooled buffer', "return Buffer.allocUnsafe(4096).toString('latin1').includes('frontage-canary')"],
  [
    'the memory behind a buffer',
    "return Buffer.from(Buffer.from('a').buffer).toString('latin1').includes('frontage-canary')",
  ],
  [
    'a slow buffer',
    "return require('buffer').SlowBuffer ? require('buffer').SlowBuffer(4096).toString('latin1') : 'none'",
  ],
  [
    'a detached buffer',
    'const a = new ArrayBuffer(8); structuredClone(a, { transfer: [a] }); return new Uint8Array(a).length',
  ],
  [
    'a resized buffer',
    'const a = new ArrayBuffer(8, { maxByteLength: 16 }); const u = new Uint8Array(a); a.resize(0); return u[4] === undefined',
  ],
  [
    'a sort that changes its list',
    'const a = [3, 2, 1, 0]; a.sort((x, y) => { a.length = 0; return x - y }); return a.length',
  ],
  [
    'a map that changes while it is read',
    'const m = new Map([[1, 1]]); let n = 0; for (const [k] of m) { m.delete(k); if (n++ < 1000) m.set(n, 1) } return n',
  ],
  ['a regular expression of many groups', "return new RegExp('(a)'.repeat(500)).test('a')"],
  ['a look behind of many levels', "return new RegExp('(?<='.repeat(100) + 'a' + ')'.repeat(100)).test('a')"],
  ['an expression that never matches back', "return /(\\1a)*/.exec('aaaa')[0]"],
  ['Symbol.unscopables', 'return Reflect.ownKeys(Array.prototype[Symbol.unscopables] || {}).length'],
  [
    'Symbol.hasInstance of the host',
    'Object.defineProperty(Promise, Symbol.hasInstance, { value: () => true }); return 1',
  ],
  [
    'a proxy as the answer',
    "return new Proxy({ a: 1 }, { get: (t, k) => (k === 'then' ? undefined : t[k]) })",
  ],
  ['a getter in the answer that throws', "return { get a() { throw new Error('no') } }"],
  [
    'an answer with the name __proto__',
    'return JSON.parse(\'{"__proto__":{"polluted":"yes"},"constructor":1,"toString":2}\')',
  ],
  ['an answer that is a function', 'return () => hostCanary'],
  ['an answer that is a symbol', "return Symbol.for('hostCanary')"],
  ['an answer of half a letter', "return '\\uD800'"],
  ['many answers', 'callback(null, { first: 1 }); callback(null, { second: 2 }); return { third: 3 }'],
  ['a rejection nobody waits for', "Promise.reject(new Error('lost')); return 1"],
  [
    'an error nobody catches',
    "setTimeout(() => { throw new Error('late') }, 0); await new Promise((d) => setTimeout(d, 5)); return 1",
  ],
  [
    'a handler of the process',
    "process.on('uncaughtException', () => {}); process.on('exit', () => {}); process.emit('exit'); return 1",
  ],
  [
    'the output of the process',
    "process.stdout.write('frontage-canary'); process.stderr.write('x'); return 1",
  ],
  [
    'a log that is an attack',
    "console.log(new Proxy({}, { get() { throw 1 } }), { toString: null }, Symbol('a')); return 1",
  ],
  ['a log without end', "for (let i = 0; i < 3000; i++) console.log('x'.repeat(1000)); return 1"],
  ['a late hold of the event', 'globalThis.held = event; return Object.keys(event)'],
  [
    'a clean-up of the engine',
    "const r = new FinalizationRegistry(() => {}); r.register({}, 1); return typeof new WeakRef({}).deref() === 'object'",
  ],
  ['a class with the host’s names', 'class process {} ; return new process().env'],
  [
    'a flood of promises',
    'await Promise.all(Array.from({ length: 20000 }, (_, i) => Promise.resolve(i))); return 1',
  ],
  [
    'a flood of timers',
    'await Promise.all(Array.from({ length: 2000 }, () => new Promise((d) => setTimeout(d, 1)))); return 1',
  ],
  [
    'a subclass of the host’s error',
    'class E extends Error { constructor() { super("a"); this.constructor = hostCanary } } throw new E()',
  ],
)

/** What CloudFront Functions do not have, by ways that hide it. */
export const refusedInFunctions: readonly (readonly [what: string, code: string])[] = [
  ['an import', "async function handler() { return await import('cloudfront') }"],
  ['eval by another name', "function handler() { const e = globalThis['ev' + 'al']; return e('1') }"],
  [
    'the Function constructor by reflection',
    "function handler() { return Reflect.construct(Object.getPrototypeOf(handler).constructor, ['return 1'])() }",
  ],
  ['a timer by another name', "function handler() { return globalThis['set' + 'Timeout'](handler, 1) }"],
  [
    'the network by another name',
    "function handler() { return globalThis['fe' + 'tch']('https://example.com') }",
  ],
  ['a file', "function handler() { const load = require; return load('f' + 's') }"],
  ['the process', "function handler() { return globalThis['pro' + 'cess'].exit() }"],
  [
    'a program',
    "function handler() { var load = require; return load('child' + '_process').execSync('id') }",
  ],
  ['a socket', "function handler() { return new globalThis['Web' + 'Socket']('ws://a') }"],
  ['WebAssembly', "function handler() { return new globalThis['WebAss' + 'embly'].Memory({ initial: 1 }) }"],
  ['a loop without end', 'function handler() { for (;;); }'],
  ['a recursion without end', 'function handler() { return handler() }'],
]
