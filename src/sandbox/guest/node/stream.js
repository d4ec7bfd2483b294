// Node's streams (readable-stream), with what newer versions of Node have added.
const Stream = require('guest:readable-stream')
Stream.isDestroyed ??= (stream) => Boolean(stream?.destroyed)
Stream.isWritable ??= (stream) => Boolean(stream?.writable)
Stream.setDefaultHighWaterMark ??= () => {}
Stream.getDefaultHighWaterMark ??= (isObject) => (isObject ? 16 : 65536)
Stream.duplexPair ??= () => {
  const make = () =>
    new Stream.Duplex({
      read() {},
      write(part, _encoding, done) {
        this.other.push(part)
        done()
      },
      final(done) {
        this.other.push(null)
        done()
      },
    })
  const pair = [make(), make()]
  pair[0].other = pair[1]
  pair[1].other = pair[0]
  return pair
}
Stream._isArrayBufferView = ArrayBuffer.isView
Stream._isUint8Array = (value) => value instanceof Uint8Array
const web = () => require('stream/web')
/** A web stream that reads from one of Node's. */
Stream.Readable.toWeb ??= (readable) =>
  new (web().ReadableStream)({
    async start(out) {
      for await (const part of readable) out.enqueue(part)
      out.close()
    },
  })
Stream.Readable.fromWeb ??= (stream) =>
  Stream.Readable.from(
    (async function* () {
      const reader = stream.getReader()
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
    })(),
  )
module.exports = Stream
