// Intl, of the machine's own engine: what is asked for crosses as data, and so does the answer.
const { host } = require('guest:kit')
const plain = (value) => {
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  return typeof value === 'object' && value !== null && typeof value[Symbol.iterator] === 'function'
    ? [...value]
    : value
}
const errors = { RangeError, TypeError, SyntaxError }
const ask = (kind, locales, options, method, args) => {
  const request = { kind, locales, options, method, args: args.map(plain) }
  const { value, error } = JSON.parse(host('intl', JSON.stringify(request)))
  if (error) throw new (Object.hasOwn(errors, error.name) ? errors[error.name] : Error)(error.message)
  return value
}
const textOf = (locales) =>
  locales === undefined ? undefined : Array.isArray(locales) ? locales.map(String) : String(locales)
/** A date that is left out is now, of the simulated clock. */
const moment = (date) => (date === undefined ? Date.now() : typeof date === 'number' ? date : date.valueOf())
const validMoment = (date) => {
  const time = moment(date)
  if (Number.isNaN(time)) throw new RangeError('Invalid time value')
  return time
}
const kindOf = (kind, { bound = {}, methods = {} }) => {
  class Kind {
    #locales
    #options
    constructor(locales, options) {
      this.#locales = textOf(locales)
      this.#options = options === undefined || options === null ? undefined : Object.assign({}, options)
      ask(kind, this.#locales, this.#options, 'resolvedOptions', [])
      for (const name of Object.keys(bound)) {
        const call = (...args) => ask(kind, this.#locales, this.#options, name, bound[name](...args))
        Object.defineProperty(this, name, { value: call, configurable: true })
      }
    }
    resolvedOptions() {
      return ask(kind, this.#locales, this.#options, 'resolvedOptions', [])
    }
    static ask(self, name, args) {
      return ask(kind, self.#locales, self.#options, name, args)
    }
    static supportedLocalesOf(locales) {
      return locales === undefined
        ? []
        : ask('', undefined, undefined, 'supportedLocalesOf', [textOf(locales)])
    }
    get [Symbol.toStringTag]() {
      return `Intl.${kind}`
    }
  }
  const own = Kind.ask
  delete Kind.ask
  for (const name of Object.keys(methods))
    Object.defineProperty(Kind.prototype, name, {
      value(...args) {
        return own(this, name, methods[name](...args))
      },
      writable: true,
      configurable: true,
    })
  // Called without “new”, these make one all the same.
  function callable(locales, options) {
    return new Kind(locales, options)
  }
  Object.defineProperty(callable, 'name', { value: kind })
  callable.prototype = Kind.prototype
  callable.supportedLocalesOf = Kind.supportedLocalesOf
  Object.defineProperty(Kind.prototype, 'constructor', {
    value: callable,
    writable: true,
    configurable: true,
  })
  return callable
}
const same = (...args) => args
const DateTimeFormat = kindOf('DateTimeFormat', {
  bound: { format: (date) => [validMoment(date)] },
  methods: {
    formatToParts: (date) => [validMoment(date)],
    formatRange: (a, b) => [validMoment(a), validMoment(b)],
  },
})
const NumberFormat = kindOf('NumberFormat', {
  bound: { format: (value) => [value] },
  methods: { formatToParts: (value) => [value] },
})
class Locale {
  #tag
  constructor(tag, options) {
    const { text, ...parts } = ask('Locale', String(tag), options, 'read', [])
    this.#tag = text
    Object.assign(this, parts)
  }
  toString() {
    return this.#tag
  }
  maximize() {
    return new Locale(ask('Locale', this.#tag, undefined, 'maximize', []))
  }
  minimize() {
    return new Locale(ask('Locale', this.#tag, undefined, 'minimize', []))
  }
}
module.exports.Intl = {
  DateTimeFormat,
  NumberFormat,
  Locale,
  Collator: kindOf('Collator', { bound: { compare: (a, b) => [String(a), String(b)] } }),
  PluralRules: kindOf('PluralRules', { methods: { select: same } }),
  ListFormat: kindOf('ListFormat', {
    methods: { format: (list) => [list], formatToParts: (list) => [list] },
  }),
  RelativeTimeFormat: kindOf('RelativeTimeFormat', { methods: { format: same } }),
  DisplayNames: kindOf('DisplayNames', { methods: { of: same } }),
  Segmenter: kindOf('Segmenter', { methods: { segment: same } }),
  getCanonicalLocales: (locales) =>
    locales === undefined ? [] : ask('', undefined, undefined, 'getCanonicalLocales', [textOf(locales)]),
  supportedValuesOf: (key) => ask('', undefined, undefined, 'supportedValuesOf', [String(key)]),
}
const dateStyle = {
  date: { year: 'numeric', month: 'numeric', day: 'numeric' },
  time: { hour: 'numeric', minute: 'numeric', second: 'numeric' },
}
const dated = (parts) => (locales, options) => {
  const names = Object.keys(options ?? {}).filter(
    (name) =>
      !['timeZone', 'hour12', 'hourCycle', 'calendar', 'numberingSystem', 'timeZoneName'].includes(name),
  )
  return new DateTimeFormat(
    locales,
    names.length > 0 ? options : Object.assign({}, ...parts.map((part) => dateStyle[part]), options),
  )
}
module.exports.locale = {
  number: (value, locales, options) => new NumberFormat(locales, options).format(value),
  date: (value, locales, options) => dated(['date', 'time'])(locales, options).format(value),
  dateOnly: (value, locales, options) => dated(['date'])(locales, options).format(value),
  timeOnly: (value, locales, options) => dated(['time'])(locales, options).format(value),
  compare: (a, b, locales, options) => new module.exports.Intl.Collator(locales, options).compare(a, b),
  cased: (method, text, locale) => ask('', undefined, undefined, method, [[text, locale]]),
}
