/** Ids that look like CloudFront's and depend on nothing but the seed. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Mulberry32: small, fast and good enough to spread ids and weights. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface IdSource {
  /** The next X-Amz-Cf-Id: unique within the simulation. */
  requestId(): string
  /** From 0 to below 1: for weights and sampling. */
  random(): number
  /** The host in `Via`. */
  readonly viaHost: string
}

/** Every two letters: half the joining for an id that each response carries. */
const pairs = Array.from({ length: 4096 }, (_, value) => `${alphabet[value & 63]}${alphabet[value >> 6]}`)
const encode = (value: number): string => `${pairs[value & 4095]}${pairs[(value >> 12) & 4095]}`

/** The end of an id: it changes with every 4096th. */
const encodeHigh = (count: number): string => `${pairs[(count >> 12) & 4095]}==`

export function idSource(seed: number): IdSource {
  const random = seededRandom(seed)
  const letters = (count: number) =>
    Array.from({ length: count }, () => alphabet[Math.floor(random() * 64)] ?? 'A').join('')
  const prefix = letters(40)
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  let count = 0
  let end = encodeHigh(0)
  return {
    requestId() {
      count += 1
      if ((count & 4095) === 0) end = encodeHigh(count)
      // The count is scrambled reversibly, so that neighbours look unlike each other and none repeats.
      const low = Math.imul(count, 0x9e3779b1) >>> 0
      // Short texts first: what is put together of them is copied, what is longer is linked.
      return prefix + (encode(low & 0xffffff) + encode(low >>> 8)) + ((pairs[count & 4095] ?? '') + end)
    },
    random,
    viaHost: `${hex}.cloudfront.net`,
  }
}
