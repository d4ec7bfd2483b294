// zlib over our own compression; what comes out differs in bytes from Node's and unpacks to the same.
const kit = require('guest:kit')
const { Transform } = require('stream')
const constants = {
  Z_NO_FLUSH: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_SYNC_FLUSH: 2,
  Z_FULL_FLUSH: 3,
  Z_FINISH: 4,
  Z_OK: 0,
  Z_STREAM_END: 1,
  Z_BUF_ERROR: -5,
  Z_DATA_ERROR: -3,
  Z_NO_COMPRESSION: 0,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_DEFAULT_STRATEGY: 0,
  Z_DEFAULT_WINDOWBITS: 15,
  Z_DEFAULT_MEMLEVEL: 8,
  Z_MIN_WINDOWBITS: 8,
  Z_MAX_WINDOWBITS: 15,
  BROTLI_OPERATION_PROCESS: 0,
  BROTLI_OPERATION_FLUSH: 1,
  BROTLI_OPERATION_FINISH: 2,
  BROTLI_PARAM_MODE: 0,
  BROTLI_MODE_GENERIC: 0,
  BROTLI_MODE_TEXT: 1,
  BROTLI_PARAM_QUALITY: 1,
  BROTLI_PARAM_LGWIN: 2,
  BROTLI_PARAM_SIZE_HINT: 5,
  BROTLI_MIN_QUALITY: 0,
  BROTLI_MAX_QUALITY: 11,
  BROTLI_DEFAULT_QUALITY: 11,
}
const dataError = (error) =>
  Object.assign(new Error(error.message), { code: 'Z_DATA_ERROR', errno: constants.Z_DATA_ERROR })
const plain = (operation) => (value) => {
  try {
    return kit.bufferOf(kit.host('zlib', operation, kit.bytesLike(value)))
  } catch (error) {
    throw dataError(error)
  }
}
/**
 * Brotli (RFC 7932) in blocks that are stored as they are: every decoder reads it, though nothing is saved. A block's head
 * is 24 bits; the first one begins with the bit for a window of 64 KB.
 */
const storedBrotli = (raw) => {
  let out = ''
  for (let at = 0; at < raw.length; at += 65536) {
    const part = raw.slice(at, at + 65536)
    const first = at === 0 ? 1 : 0
    const head = ((part.length - 1) << (3 + first)) | (1 << (19 + first))
    out += String.fromCharCode(head & 255, (head >> 8) & 255, (head >> 16) & 255) + part
  }
  return out === '' ? '\x06' : `${out}\x03`
}
const isGzip = (value) => kit.bytesLike(value).startsWith('\x1f\x8b')
const calls = {
  gzip: plain('gzip'),
  gunzip: plain('gunzip'),
  deflate: plain('deflate'),
  inflate: plain('inflate'),
  deflateRaw: plain('deflateRaw'),
  inflateRaw: plain('inflateRaw'),
  unzip: (value) => (isGzip(value) ? calls.gunzip(value) : calls.inflate(value)),
  brotliCompress: (value) => kit.bufferOf(storedBrotli(kit.bytesLike(value))),
  brotliDecompress: () => kit.cannot('builtin', 'unpacks no Brotli'),
}
const zlib = {
  constants,
  codes: { Z_OK: 0, Z_STREAM_END: 1, Z_DATA_ERROR: -3, 0: 'Z_OK', 1: 'Z_STREAM_END' },
}
for (const name of Object.keys(calls)) {
  const run = calls[name]
  zlib[`${name}Sync`] = (value) => run(value)
  zlib[name] = (value, options, given) => {
    const done = typeof options === 'function' ? options : given
    queueMicrotask(() => {
      let out
      try {
        out = run(value)
      } catch (error) {
        done(error)
        return
      }
      done(null, out)
    })
  }
  const kind = name[0].toUpperCase() + name.slice(1)
  class Whole extends Transform {
    constructor(options) {
      super(options)
      this.parts = []
    }
    _transform(part, _encoding, done) {
      this.parts.push(Buffer.from(part))
      done()
    }
    _flush(done) {
      try {
        this.push(run(Buffer.concat(this.parts)))
        done()
      } catch (error) {
        done(error)
      }
    }
  }
  const make = (options) => new Whole(options)
  make.prototype = Whole.prototype
  zlib[kind] = Object.defineProperty(make, 'name', { value: kind })
  zlib[`create${kind}`] = (options) => new Whole(options)
}
let table
zlib.crc32 = (data, start = 0) => {
  table ??= Array.from({ length: 256 }, (_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  let crc = ~start
  for (const byte of kit.bufferOf(kit.bytesLike(data))) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8)
  return ~crc >>> 0
}
for (const name of Object.keys(constants)) zlib[name] ??= constants[name]
module.exports = zlib
