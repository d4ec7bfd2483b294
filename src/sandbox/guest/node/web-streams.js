// WHATWG streams, with those that encode and decode text.
const streams = require('guest:web-streams')
const kit = require('guest:kit')
class TextEncoderStream extends streams.TransformStream {
  constructor() {
    const encoder = new TextEncoder()
    super({ transform: (text, out) => out.enqueue(encoder.encode(String(text))) })
  }
  get encoding() {
    return 'utf-8'
  }
}
class TextDecoderStream extends streams.TransformStream {
  constructor(label, options) {
    const decoder = new TextDecoder(label, options)
    super({
      transform(bytes, out) {
        const text = decoder.decode(bytes, { stream: true })
        if (text) out.enqueue(text)
      },
      flush(out) {
        const text = decoder.decode()
        if (text) out.enqueue(text)
      },
    })
    this.encoding = decoder.encoding
  }
}
const names = {
  gzip: ['gzip', 'gunzip'],
  deflate: ['deflate', 'inflate'],
  'deflate-raw': ['deflateRaw', 'inflateRaw'],
}
const whole = (way) =>
  class extends streams.TransformStream {
    constructor(format) {
      if (!Object.hasOwn(names, format)) throw new TypeError(`Unsupported compression format: '${format}'`)
      let raw = ''
      super({
        transform(bytes) {
          raw += kit.bytesLike(bytes)
        },
        flush(out) {
          out.enqueue(new Uint8Array(kit.bufferOf(kit.host('zlib', names[format][way], raw))))
        },
      })
    }
  }
module.exports = Object.assign({}, streams, {
  TextEncoderStream,
  TextDecoderStream,
  CompressionStream: whole(0),
  DecompressionStream: whole(1),
})
