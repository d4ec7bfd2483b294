// Buffer and the encodings. Bytes cross to the host as strings of characters 0 to 255.
;(kit) => {
  const { host, language } = kit

  const isNode = language === 'nodejs'
  const utf8 = (text) =>
    unescape(
      encodeURIComponent(
        String(text).replace(
          /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
          '\ufffd',
        ),
      ),
    )
  const utf8Decode = (raw) => host('utf8', raw)
  const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  function btoaRaw(raw) {
    let out = ''
    for (let i = 0; i < raw.length; i += 3) {
      const n = (raw.charCodeAt(i) << 16) | ((raw.charCodeAt(i + 1) || 0) << 8) | (raw.charCodeAt(i + 2) || 0)
      out +=
        B64[n >> 18] +
        B64[(n >> 12) & 63] +
        (i + 1 < raw.length ? B64[(n >> 6) & 63] : '=') +
        (i + 2 < raw.length ? B64[n & 63] : '=')
    }
    return out
  }
  function atobRaw(text) {
    let out = ''
    let bits = 0
    let n = 0
    for (const c of text) {
      if (c === '=') break
      const v = c === '-' ? 62 : c === '_' ? 63 : B64.indexOf(c)
      if (v < 0) continue
      n = (n << 6) | v
      bits += 6
      if (bits >= 8) {
        bits -= 8
        out += String.fromCharCode((n >> bits) & 255)
      }
    }
    return out
  }
  const isWide = (text) => /[^\u0000-\u00ff]/.test(text)
  const hexOf = (raw) => Array.from(raw, (c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('')
  /** As Node reads it: up to the first pair that is not hexadecimal. */
  const fromHex = (text) => {
    const pairs = /^(?:[0-9a-f]{2})*/i.exec(text)[0].match(/../g) || []
    return pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('')
  }
  function encode(raw, encoding) {
    switch (String(encoding).toLowerCase()) {
      case 'hex':
        return hexOf(raw)
      case 'base64':
        return btoaRaw(raw)
      case 'base64url':
        return btoaRaw(raw).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
      case 'latin1':
      case 'binary':
        return raw
      case 'ascii':
        return raw.replace(/[\u0080-\u00ff]/g, (c) => String.fromCharCode(c.charCodeAt(0) & 127))
      case 'utf8':
      case 'utf-8':
        return utf8Decode(raw)
      case 'utf16le':
      case 'utf-16le':
      case 'ucs2':
      case 'ucs-2':
        return raw.replace(/([\s\S])([\s\S])|[\s\S]$/g, (_, low, high) =>
          low === undefined ? '' : String.fromCharCode(low.charCodeAt(0) | (high.charCodeAt(0) << 8)),
        )
      default:
        throw new TypeError(`Unknown encoding: ${encoding}`)
    }
  }
  function decode(text, encoding) {
    switch (String(encoding || 'utf8').toLowerCase()) {
      case 'hex':
        return fromHex(text)
      case 'base64':
      case 'base64url':
        return atobRaw(text)
      case 'latin1':
      case 'binary':
      case 'ascii':
        return isWide(text)
          ? text.replace(/[\s\S]/g, (c) => String.fromCharCode(c.charCodeAt(0) & 255))
          : text
      case 'utf16le':
      case 'utf-16le':
      case 'ucs2':
      case 'ucs-2':
        return text.replace(/[\s\S]/g, (c) =>
          String.fromCharCode(c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8),
        )
      case 'utf8':
      case 'utf-8':
        return utf8(text)
      default:
        throw new TypeError(`Unknown encoding: ${encoding}`)
    }
  }
  const rawOf = (bytes) => {
    let out = ''
    for (let i = 0; i < bytes.length; i += 4096)
      out += String.fromCharCode.apply(null, bytes.subarray(i, i + 4096))
    return out
  }
  const bytesLike = (value) => {
    if (typeof value === 'string') return utf8(value)
    if (ArrayBuffer.isView(value))
      return rawOf(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    if (value instanceof ArrayBuffer) return rawOf(new Uint8Array(value))
    throw new TypeError('The data must be a string or a buffer')
  }
  Object.assign(kit, {
    isNode,
    utf8,
    utf8Decode,
    btoaRaw,
    atobRaw,
    isWide,
    encode,
    decode,
    bytesLike,
    rawOf,
  })
}
