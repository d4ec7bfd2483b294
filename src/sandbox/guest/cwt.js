// CBOR Web Tokens of the “cloudfront” module: COSE_Mac0 (RFC 9052) with HMAC-SHA256.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cwt-support-cloudfront-functions.html
;(kit) => {
  const { host, utf8, utf8Decode, bytesLike, bufferOf, Buffer } = kit
  const longest = 1024
  const tags = { cwt: 61, mac0: 17 }
  /** Bytes of the tag by COSE algorithm: HMAC 256/64 and HMAC 256/256. */
  const tagLengths = { 4: 8, 5: 32 }

  const head = (major, value) => {
    const at = major << 5
    if (value < 24) return String.fromCharCode(at | value)
    const wide = value < 256 ? 1 : value < 65536 ? 2 : value < 4294967296 ? 4 : 8
    let text = ''
    let rest = value
    for (let i = 0; i < wide; i++) {
      text = String.fromCharCode(rest % 256) + text
      rest = Math.floor(rest / 256)
    }
    return String.fromCharCode(at | (24 + Math.log2(wide))) + text
  }
  const integer = (value) => (value < 0 ? head(1, -1 - value) : head(0, value))
  const float = (value) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setFloat64(0, value)
    return `\xfb${bytesLike(view)}`
  }
  const bytes = (raw) => head(2, raw.length) + raw
  const isInteger = (key) => /^(0|-?[1-9][0-9]{0,14})$/.test(key)
  const encode = (value) => {
    if (value === null || value === undefined) return value === null ? '\xf6' : '\xf7'
    if (typeof value === 'boolean') return value ? '\xf5' : '\xf4'
    if (typeof value === 'number') return Number.isSafeInteger(value) ? integer(value) : float(value)
    if (typeof value === 'string') return head(3, utf8(value).length) + utf8(value)
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return bytes(bytesLike(value))
    if (Array.isArray(value)) return head(4, value.length) + value.map(encode).join('')
    if (typeof value !== 'object') throw new TypeError('A claim has to be data')
    const keys = Object.keys(value)
    const pairs = keys.map(
      (key) => (isInteger(key) ? integer(Number(key)) : encode(key)) + encode(value[key]),
    )
    return head(5, keys.length) + pairs.join('')
  }

  const reader = (raw) => {
    let at = 0
    const take = (count) => {
      if (at + count > raw.length) throw new Error('The token ends too early')
      const part = raw.slice(at, at + count)
      at += count
      return part
    }
    const number = (info) => {
      if (info < 24) return info
      if (info > 27) throw new Error('The token holds CBOR of unknown length')
      let value = 0
      for (const one of take(2 ** (info - 24))) value = value * 256 + one.charCodeAt(0)
      return value
    }
    const floatOf = (wide) => {
      const part = bufferOf(take(wide))
      const view = new DataView(part.buffer, part.byteOffset)
      if (wide === 8) return view.getFloat64(0)
      if (wide === 4) return view.getFloat32(0)
      throw new Error('The token holds a half-precision number')
    }
    const simple = (info) => {
      if (info === 20 || info === 21) return info === 21
      if (info === 22) return null
      if (info === 23) return undefined
      if (info >= 25 && info <= 27) return floatOf(2 ** (info - 24))
      throw new Error('The token holds an unknown value')
    }
    const map = (count, depth) => {
      const out = {}
      for (let i = 0; i < count; i++) {
        const key = String(item(depth + 1))
        Object.defineProperty(out, key, {
          value: item(depth + 1),
          writable: true,
          enumerable: true,
          configurable: true,
        })
      }
      return out
    }
    const list = (count, depth) => {
      const out = []
      for (let i = 0; i < count; i++) out.push(item(depth + 1))
      return out
    }
    const item = (depth) => {
      if (depth > 16) throw new Error('The token is nested too deeply')
      const first = take(1).charCodeAt(0)
      const [major, info] = [first >> 5, first & 31]
      if (major === 7) return simple(info)
      const value = number(info)
      if (major === 0) return value
      if (major === 1) return -1 - value
      if (major === 2) return bufferOf(take(value))
      if (major === 3) return utf8Decode(take(value))
      if (major === 4) return list(value, depth)
      return major === 5 ? map(value, depth) : { tag: value, value: item(depth + 1) }
    }
    return { item: () => item(0), isDone: () => at === raw.length }
  }

  const macOf = (key, protectedRaw, payloadRaw, length) => {
    const structure = head(4, 4) + encode('MAC0') + bytes(protectedRaw) + bytes('') + bytes(payloadRaw)
    return host('hmac', 'sha256', bytesLike(key), structure).slice(0, length)
  }
  const keyOf = (context, name) => {
    const key = context?.key
    if (typeof key === 'string' || Buffer.isBuffer(key)) return key
    throw new TypeError(`${name} needs a “key”: a string or a Buffer`)
  }
  const lengthFor = (headers) => {
    const length = tagLengths[Number(headers[1] ?? 5)]
    if (length === undefined) throw new Error('The token’s algorithm is not HS256')
    return length
  }

  const parts = (raw) => {
    const whole = reader(raw)
    let token = whole.item()
    if (!whole.isDone()) throw new Error('Something follows the token')
    if (token?.tag === tags.cwt) token = token.value
    if (token?.tag !== tags.mac0 || !Array.isArray(token.value) || token.value.length !== 4)
      throw new Error('The token is no COSE MAC0 structure')
    return token.value.map((one, i) => (i === 1 ? one : bytesLike(one)))
  }
  function validateToken(token, context) {
    if (!Buffer.isBuffer(token)) throw new TypeError('validateToken takes the token as a Buffer')
    if (token.length > longest) throw new RangeError('The token is longer than 1 KB')
    const key = keyOf(context, 'validateToken')
    const [protectedRaw, unprotectedHeaders, payloadRaw, mac] = parts(bytesLike(token))
    const protectedHeaders = protectedRaw === '' ? {} : reader(protectedRaw).item()
    if (macOf(key, protectedRaw, payloadRaw, lengthFor(protectedHeaders)) !== mac)
      throw new Error('The token’s tag does not match')
    return { protectedHeaders, unprotectedHeaders, payload: reader(payloadRaw).item() }
  }
  function generateToken(first, second) {
    // The page's request has the context first, its examples have the token first.
    const [token, context] = first && 'coseTag' in first ? [second, first] : [first, second]
    if (context?.coseTag !== 'MAC0') throw new TypeError('“coseTag” has to be “MAC0”')
    const key = keyOf(context, 'generateToken')
    if (typeof token?.payload !== 'object' || token.payload === null)
      throw new TypeError('The token has to have a “payload”')
    const given = token.protected ?? token.protectedHeaders ?? {}
    const headers = Object.assign({}, given, { 1: Number(given[1] ?? 5) })
    const protectedRaw = encode(headers)
    const payloadRaw = encode(token.payload)
    const unprotected = encode(token.unprotected ?? token.unprotectedHeaders ?? {})
    const mac = macOf(key, protectedRaw, payloadRaw, lengthFor(headers))
    const tagged = head(6, tags.mac0) + head(4, 4) + bytes(protectedRaw) + unprotected + bytes(payloadRaw)
    const raw = (context.cwtTag === true ? head(6, tags.cwt) : '') + tagged + bytes(mac)
    if (raw.length > longest) throw new RangeError('The token is longer than 1 KB')
    return bufferOf(raw)
  }
  Object.assign(kit, { cwt: { validateToken, generateToken } })
}
