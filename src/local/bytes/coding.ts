/** Bodies in a content coding, made once however many viewers take them. */
import { brotliDecompressSync, constants, createBrotliCompress, createGzip, gunzipSync } from 'node:zlib'
import { Flow } from './flow.ts'

export type Coding = 'br' | 'gzip'

/** CloudFront's own levels are not public; a server's usual ones. */
const coder = (coding: Coding) =>
  coding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : createGzip({ level: 6 })

function encode(plain: Flow, coding: Coding): Flow {
  const stream = coder(coding)
  const encoded = new Flow(null, {
    pause: () => stream.pause(),
    resume: () => stream.resume(),
    abort: () => {
      reader.leave()
      stream.destroy()
    },
  })
  const fail = () => encoded.break()
  stream.on('data', (chunk: Buffer) => encoded.push(chunk))
  stream.on('end', () => encoded.end())
  stream.on('error', fail)
  const feed = () => {
    for (let chunk = reader.take(); chunk !== null; chunk = reader.take())
      if (!stream.write(chunk)) {
        stream.once('drain', feed)
        return
      }
    if (plain.state === 'flowing') return
    reader.leave()
    if (plain.state === 'ended') stream.end()
    else {
      fail()
      stream.destroy()
    }
  }
  const reader = plain.read(feed)
  feed()
  return encoded
}

const encodings = new WeakMap<Flow, Map<Coding, Flow>>()

/** The body in that coding. The plain bytes are let go as they are read, unless somebody keeps them. */
export function encoded(plain: Flow, coding: Coding): Flow {
  const made = encodings.get(plain) ?? new Map<Coding, Flow>()
  encodings.set(plain, made)
  const known = made.get(coding)
  if (known) return known
  const flow = encode(plain, coding)
  made.set(coding, flow)
  return flow
}

export const decodeBytes = (bytes: Uint8Array, coding: Coding): Uint8Array =>
  coding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)

export const codingOf = (name: string | null): Coding => (name === 'br' ? 'br' : 'gzip')
