// Node's util; the texts of `inspect` are those of object-inspect, which follow Node's.
const kit = require('guest:kit')
const inspectValue = require('guest:inspect')
const custom = Symbol.for('nodejs.util.promisify.custom')

const refuse = (name) =>
  kit.refusing('builtin', `has not all of Node.js: the function called “util.${name}”`, name)
const inspect = (value, options) => {
  const depth = options?.depth
  if (depth === null || depth === Number.POSITIVE_INFINITY || depth === undefined) return inspectValue(value)
  return inspectValue(value, { depth: depth + 1 })
}
Object.assign(inspect, {
  custom: Symbol.for('nodejs.util.inspect.custom'),
  defaultOptions: {},
  colors: {},
  styles: {},
})

function promisify(run) {
  if (typeof run !== 'function')
    throw Object.assign(new TypeError('The "original" argument must be of type function'), {
      code: 'ERR_INVALID_ARG_TYPE',
    })
  if (run[custom]) return run[custom]
  const promised = function (...args) {
    return new Promise((resolve, reject) => {
      Reflect.apply(run, this, [...args, (error, value) => (error ? reject(error) : resolve(value))])
    })
  }
  return Object.setPrototypeOf(
    Object.defineProperties(promised, Object.getOwnPropertyDescriptors(run)),
    Object.getPrototypeOf(run),
  )
}
promisify.custom = custom
const callbackify = (run) =>
  function (...args) {
    const done = args.pop()
    Reflect.apply(run, this, args).then(
      (value) => queueMicrotask(() => done(null, value)),
      (error) => queueMicrotask(() => done(error ?? new Error('Promise was rejected with falsy value'))),
    )
  }
function inherits(child, parent) {
  Object.defineProperty(child, 'super_', { value: parent, writable: true, configurable: true })
  Object.setPrototypeOf(child.prototype, parent.prototype)
}
const deprecate = (run) => run
const debuglog = () => Object.assign(() => {}, { enabled: false })

const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1)
const typedArray = Object.getPrototypeOf(Uint8Array)
const isKind = (kind) => (value) => value instanceof kind
const types = {
  isAnyArrayBuffer: (value) => value instanceof ArrayBuffer,
  isArrayBuffer: isKind(ArrayBuffer),
  isArrayBufferView: ArrayBuffer.isView,
  isArgumentsObject: (value) => tagOf(value) === 'Arguments',
  isAsyncFunction: (value) => typeof value === 'function' && tagOf(value).startsWith('Async'),
  isGeneratorFunction: (value) => typeof value === 'function' && tagOf(value).endsWith('GeneratorFunction'),
  isGeneratorObject: (value) => tagOf(value) === 'Generator',
  isBigIntObject: (value) => typeof value === 'object' && tagOf(value) === 'BigInt',
  isBooleanObject: (value) => typeof value === 'object' && tagOf(value) === 'Boolean',
  isNumberObject: (value) => typeof value === 'object' && tagOf(value) === 'Number',
  isStringObject: (value) => typeof value === 'object' && tagOf(value) === 'String',
  isSymbolObject: (value) => typeof value === 'object' && value !== null && tagOf(value) === 'Symbol',
  isBoxedPrimitive: (value) =>
    typeof value === 'object' && /^(BigInt|Boolean|Number|String|Symbol)$/.test(tagOf(value)),
  isCryptoKey: (value) => value instanceof globalThis.CryptoKey,
  isKeyObject: (value) => value instanceof require('crypto').KeyObject,
  isDataView: isKind(DataView),
  isDate: isKind(Date),
  isExternal: () => false,
  isMap: isKind(Map),
  isMapIterator: (value) => tagOf(value) === 'Map Iterator',
  isModuleNamespaceObject: () => false,
  isNativeError: (value) => value instanceof Error,
  isPromise: isKind(Promise),
  isProxy: () => false,
  isRegExp: isKind(RegExp),
  isSet: isKind(Set),
  isSetIterator: (value) => tagOf(value) === 'Set Iterator',
  isSharedArrayBuffer: () => false,
  isTypedArray: isKind(typedArray),
  isWeakMap: isKind(WeakMap),
  isWeakSet: isKind(WeakSet),
}
for (const kind of [
  'Uint8',
  'Uint8Clamped',
  'Uint16',
  'Uint32',
  'Int8',
  'Int16',
  'Int32',
  'Float32',
  'Float64',
  'BigInt64',
  'BigUint64',
])
  types[`is${kind}Array`] = (value) =>
    value instanceof typedArray && value[Symbol.toStringTag] === `${kind}Array`

const { isDeepEqual } = require('guest:equal')
const isDeepStrictEqual = (a, b) => isDeepEqual(a, b, true)
const styleText = (_format, text) => String(text)
const stripVTControlCharacters = (text) => String(text).replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
function parseEnv(text) {
  const out = {}
  for (const line of String(text).split('\n')) {
    const found = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^#]*))/.exec(line)
    if (found) out[found[1]] = found[2] ?? found[3] ?? found[4].trim()
  }
  return out
}
const numberText = (value, convert) => {
  if (typeof value === 'bigint') return `${value}n`
  return typeof value === 'symbol' ? 'NaN' : String(Object.is(convert(value), -0) ? '-0' : convert(value))
}
const plainText = (value) => {
  if (typeof value === 'bigint') return `${value}n`
  if (Object.is(value, -0)) return '-0'
  const isPlain = typeof value !== 'object' || value === null || value instanceof Error
  return isPlain || Object.hasOwn(value, 'toString') ? String(value) : inspect(value, { depth: 0 })
}
const jsonText = (value) => {
  try {
    return JSON.stringify(value) ?? 'undefined'
  } catch (_) {
    return '[Circular]'
  }
}
const marks = {
  s: plainText,
  d: (value) => numberText(value, Number),
  i: (value) => numberText(value, (one) => Number.parseInt(one, 10)),
  f: (value) => numberText(value, Number.parseFloat),
  j: jsonText,
  o: (value) => inspect(value),
  O: (value) => inspect(value),
  c: () => '',
}
function format(first, ...rest) {
  let text = typeof first === 'string' ? first : inspect(first)
  if (typeof first === 'string' && rest.length > 0)
    text = first.replace(/%[sdifjoOc%]/g, (mark) => {
      if (mark === '%%') return '%'
      return rest.length === 0 ? mark : marks[mark[1]](rest.shift())
    })
  return [text, ...rest.map((one) => (typeof one === 'string' ? one : inspect(one)))].join(' ')
}
module.exports = {
  TextDecoder: kit.TextDecoder,
  TextEncoder: kit.TextEncoder,
  types,
  inspect,
  format,
  formatWithOptions: (_options, ...args) => format(...args),
  promisify,
  callbackify,
  inherits,
  deprecate,
  debuglog,
  debug: debuglog,
  isDeepStrictEqual,
  styleText,
  stripVTControlCharacters,
  parseEnv,
  toUSVString: (text) => String(text).toWellFormed(),
  getSystemErrorMap: () => new Map(),
  getSystemErrorName: (code) => `Unknown system error ${code}`,
  isArray: Array.isArray,
  isBoolean: (value) => typeof value === 'boolean',
  isBuffer: (value) => Buffer.isBuffer(value),
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: (value) => typeof value === 'number',
  isString: (value) => typeof value === 'string',
  isSymbol: (value) => typeof value === 'symbol',
  isUndefined: (value) => value === undefined,
  isRegExp: types.isRegExp,
  isObject: (value) => typeof value === 'object' && value !== null,
  isDate: types.isDate,
  isError: (value) => value instanceof Error,
  isFunction: (value) => typeof value === 'function',
  isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
  _extend: (target, source) => Object.assign(target, source),
  log: (...args) => globalThis.console.log(format(...args)),
  aborted: (signal) => new Promise((resolve) => signal.addEventListener('abort', resolve)),
  transferableAbortController: () => new AbortController(),
  transferableAbortSignal: (signal) => signal,
  parseArgs: refuse('parseArgs'),
  MIMEType: refuse('MIMEType'),
  MIMEParams: refuse('MIMEParams'),
  _errnoException: refuse('_errnoException'),
  _exceptionWithHostPort: refuse('_exceptionWithHostPort'),
}
