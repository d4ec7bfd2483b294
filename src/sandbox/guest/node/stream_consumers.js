// Whole contents of a stream.
const buffer = async (stream) => {
  const parts = []
  for await (const part of stream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
const text = async (stream) => (await buffer(stream)).toString()
module.exports = {
  buffer,
  text,
  json: async (stream) => JSON.parse(await text(stream)),
  arrayBuffer: async (stream) => {
    const { buffer: bytes, byteOffset, length } = await buffer(stream)
    return bytes.slice(byteOffset, byteOffset + length)
  },
  blob: async (stream) => new Blob([await buffer(stream)]),
}
