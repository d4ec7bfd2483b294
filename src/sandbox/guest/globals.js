// Globals of every runtime, and those of CloudFront Functions.
;(kit) => {
  const { language, isNode, utf8, utf8Decode, btoaRaw, atobRaw, isWide, decode, Buffer, webcrypto } = kit
  const put = (name, value) =>
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true })
  kit.put = put
  put('console', kit.consoleObject)
  const withModernText = () => {
    put('Buffer', Buffer)
    put('TextEncoder', kit.TextEncoder)
    put('TextDecoder', kit.TextDecoder)
    put('atob', (text) => {
      if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(String(text))) throw new TypeError('The text is not base64')
      return atobRaw(String(text))
    })
    put('btoa', (text) => {
      if (isWide(String(text))) throw new TypeError('The text holds characters above 255')
      return btoaRaw(String(text))
    })
    if (!isNode) put('crypto', Object.assign({}, webcrypto))
  }
  const withByteStrings = () => {
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
  if (language === 'cloudfront-js-1.0') withByteStrings()
  else withModernText()
  // What CloudFront Functions lack, and what would let chance in: whether something was collected yet.
  for (const name of ['Atomics', 'WebAssembly', 'WeakRef', 'FinalizationRegistry']) delete globalThis[name]
  if (isNode) return
  delete globalThis.SharedArrayBuffer
  put('require', kit.load)
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
