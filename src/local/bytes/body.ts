/** From the engine's bodies to bytes: text, bytes, a size without content, or a flow. */
import { type Body, bodyBytes } from '#core/http/body.ts'
import { codingOf, encoded } from './coding.ts'
import { Flow, type Tap } from './flow.ts'

const filler = Buffer.alloc(16 * 1024)

/** Bytes of which only their number matters, made as they are read. */
function filled(size: number): Flow {
  let left = size
  let isPaused = false
  const tap: Tap = {
    pause: () => {
      isPaused = true
    },
    resume: () => {
      isPaused = false
      setImmediate(fill)
    },
    abort: () => {
      left = 0
    },
  }
  const flow = new Flow(size, tap)
  const fill = () => {
    while (left > 0 && !isPaused) {
      const chunk = left >= filler.length ? filler : filler.subarray(0, left)
      left -= chunk.length
      flow.push(chunk)
    }
    if (left === 0) flow.end()
  }
  setImmediate(fill)
  return flow
}

/** Flows that were made of texts to be encoded: an object is encoded once, however often it is served. */
const ofTexts = new WeakMap<Body, Flow>()

function plainFlow(body: Body): Flow {
  const bytes = bodyBytes(body)
  return bytes.length < body.size ? filled(body.size) : Flow.of(bytes)
}

/**
 * The flow that is sent for a body whose coding CloudFront made, or that of a source; null where the content is here and
 * goes as it is.
 */
export function bodyFlow(body: Body, coding: string | null): Flow | null {
  const { source } = body
  if (coding === null) return source instanceof Flow ? source : null
  if (source instanceof Flow) return encoded(source, codingOf(coding))
  const plain = ofTexts.get(body) ?? plainFlow(body)
  ofTexts.set(body, plain)
  return encoded(plain, codingOf(coding))
}

/** The body as a flow, from its beginning; a slice of one is read from `start`. */
export const flowOf = (body: Body, coding: string | null): Flow => bodyFlow(body, coding) ?? plainFlow(body)

/** A flow as the engine carries it. */
export const bodyFrom = (flow: Flow): Body => ({
  content: '',
  // An object that came without a length has one when it is served from the cache.
  get size() {
    return flow.size
  },
  source: flow,
})
