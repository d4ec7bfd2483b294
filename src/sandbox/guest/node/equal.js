// Deep equality, strict and loose, as Node's assert has it.
const tagOf = (value) => Object.prototype.toString.call(value)
const isObject = (value) => typeof value === 'object' && value !== null
const samePrimitive = (a, b, isStrict) =>
  // biome-ignore lint/suspicious/noDoubleEquals: loose equality is what is asked for.
  isStrict ? Object.is(a, b) : a == b || (Number.isNaN(a) && Number.isNaN(b))
const sameBytes = (a, b) => a.length === b.length && a.every((one, at) => Object.is(one, b[at]))

function sameKeys(a, b, isStrict, seen) {
  const [own, other] = [Object.keys(a), Object.keys(b)]
  return (
    own.length === other.length &&
    own.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key], isStrict, seen))
  )
}
const inSet = (set, value, isStrict, seen) =>
  set.has(value) || [...set].some((one) => isObject(one) && equal(one, value, isStrict, seen))
const sameSet = (a, b, isStrict, seen) =>
  a.size === b.size && [...a].every((one) => inSet(b, one, isStrict, seen))
const sameMap = (a, b, isStrict, seen) =>
  a.size === b.size && [...a].every(([key, value]) => b.has(key) && equal(value, b.get(key), isStrict, seen))

function sameInside(a, b, isStrict, seen) {
  if (a instanceof Date) return a.getTime() === b.getTime()
  if (a instanceof RegExp) return String(a) === String(b)
  if (a instanceof Error)
    return a.message === b.message && a.name === b.name && sameKeys(a, b, isStrict, seen)
  if (ArrayBuffer.isView(a))
    return sameBytes(
      new Uint8Array(a.buffer, a.byteOffset, a.byteLength),
      new Uint8Array(b.buffer, b.byteOffset, b.byteLength),
    )
  if (a instanceof Set) return sameSet(a, b, isStrict, seen)
  if (a instanceof Map) return sameMap(a, b, isStrict, seen)
  if (/Number|String|Boolean|BigInt|Symbol/.test(tagOf(a)) && !Object.is(a.valueOf(), b.valueOf()))
    return false
  return sameKeys(a, b, isStrict, seen)
}
function equal(a, b, isStrict, seen) {
  if (!isObject(a) || !isObject(b)) return samePrimitive(a, b, isStrict)
  if (a === b) return true
  if (tagOf(a) !== tagOf(b) || Array.isArray(a) !== Array.isArray(b)) return false
  if (isStrict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false
  if (seen.get(a) === b) return true
  seen.set(a, b)
  return sameInside(a, b, isStrict, seen)
}
module.exports = { isDeepEqual: (a, b, isStrict) => equal(a, b, isStrict, new Map()) }
