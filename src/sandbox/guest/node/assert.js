// Node's assert.
const { isDeepEqual } = require('guest:equal')
const { inspect } = require('util')
class AssertionError extends Error {
  constructor({ message, actual, expected, operator }) {
    super(message ?? `${inspect(actual)} ${operator} ${inspect(expected)}`)
    this.name = 'AssertionError'
    Object.assign(this, {
      code: 'ERR_ASSERTION',
      generatedMessage: message === undefined,
      actual,
      expected,
      operator,
    })
  }
}
const bothNaN = (a, b) => Number.isNaN(a) && Number.isNaN(b)
const fail = (message, actual, expected, operator) => {
  if (message instanceof Error) throw message
  throw new AssertionError({ message, actual, expected, operator })
}
const check = (holds, message, actual, expected, operator) => {
  if (!holds) fail(message, actual, expected, operator)
}
/** Whether what was thrown is what was asked for: a class, a pattern, a function or some fields. */
const isAsked = (error, asked) => {
  if (asked === undefined || typeof asked === 'string') return true
  if (asked instanceof RegExp) return asked.test(String(error))
  if (typeof asked === 'function') {
    if (asked.prototype !== undefined && error instanceof asked) return true
    return !(asked.prototype instanceof Error) && asked !== Error && asked.call({}, error) === true
  }
  return Object.keys(asked).every((key) =>
    asked[key] instanceof RegExp && typeof error[key] === 'string'
      ? asked[key].test(error[key])
      : isDeepEqual(error[key], asked[key], true),
  )
}
const thrownBy = (run) => {
  try {
    run()
  } catch (error) {
    return { error }
  }
  return undefined
}
const rejectedBy = async (given) => {
  try {
    await (typeof given === 'function' ? given() : given)
  } catch (error) {
    return { error }
  }
  return undefined
}
const textOf = (asked, message) => (typeof asked === 'string' ? asked : message)
const judge = (thrown, asked, message, operator) => {
  if (!thrown) fail(textOf(asked, message) ?? 'Missing expected exception.', undefined, asked, operator)
  if (isAsked(thrown.error, asked)) return
  if (asked instanceof RegExp || typeof asked === 'object') fail(message, thrown.error, asked, operator)
  throw thrown.error
}
function assert(value, message) {
  check(
    value,
    arguments.length === 0
      ? 'No value argument passed to `assert.ok()`'
      : (message ?? 'The expression evaluated to a falsy value'),
    value,
    true,
    '==',
  )
}
const loose = {
  // biome-ignore lint/suspicious/noDoubleEquals: loose equality is what is asked for.
  equal: (a, b, message) => check(a == b || bothNaN(a, b), message, a, b, '=='),
  // biome-ignore lint/suspicious/noDoubleEquals: loose equality is what is asked for.
  notEqual: (a, b, message) => check(!(a == b || bothNaN(a, b)), message, a, b, '!='),
  deepEqual: (a, b, message) => check(isDeepEqual(a, b, false), message, a, b, 'deepEqual'),
  notDeepEqual: (a, b, message) => check(!isDeepEqual(a, b, false), message, a, b, 'notDeepEqual'),
}
const shared = {
  AssertionError,
  ok: assert,
  fail: (message) => fail(message ?? 'Failed', undefined, undefined, 'fail'),
  strictEqual: (a, b, message) => check(Object.is(a, b), message, a, b, 'strictEqual'),
  notStrictEqual: (a, b, message) => check(!Object.is(a, b), message, a, b, 'notStrictEqual'),
  deepStrictEqual: (a, b, message) => check(isDeepEqual(a, b, true), message, a, b, 'deepStrictEqual'),
  notDeepStrictEqual: (a, b, message) => check(!isDeepEqual(a, b, true), message, a, b, 'notDeepStrictEqual'),
  match: (text, pattern, message) => check(pattern.test(text), message, text, pattern, 'match'),
  doesNotMatch: (text, pattern, message) =>
    check(!pattern.test(text), message, text, pattern, 'doesNotMatch'),
  ifError(value) {
    if (value !== null && value !== undefined) throw value
  },
  throws: (run, asked, message) => judge(thrownBy(run), asked, message, 'throws'),
  doesNotThrow(run, asked, message) {
    const thrown = thrownBy(run)
    if (thrown) fail(textOf(asked, message) ?? 'Got unwanted exception.', thrown.error, asked, 'doesNotThrow')
  },
  rejects: async (given, asked, message) => judge(await rejectedBy(given), asked, message, 'rejects'),
  async doesNotReject(given, asked, message) {
    const thrown = await rejectedBy(given)
    if (thrown)
      fail(textOf(asked, message) ?? 'Got unwanted rejection.', thrown.error, asked, 'doesNotReject')
  },
}
function strict(...args) {
  assert(...args)
}
class CallTracker {}
Object.assign(strict, shared, {
  equal: shared.strictEqual,
  notEqual: shared.notStrictEqual,
  deepEqual: shared.deepStrictEqual,
  notDeepEqual: shared.notDeepStrictEqual,
  CallTracker,
  strict,
})
module.exports = Object.assign(assert, shared, loose, { CallTracker, strict })
