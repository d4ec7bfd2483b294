/** Keys and values of a key value store: read from a file, compared with what is stored, and cut into updates. */
import { failed, ok, type Result } from '#core/ground/result.ts'

export type Pairs = ReadonlyMap<string, string>

export interface KeyChanges {
  readonly puts: readonly { readonly key: string; readonly value: string; readonly before?: string }[]
  readonly deletes: readonly string[]
}

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-keyvaluestores */
export const storedKeyLimits = {
  keyBytes: 512,
  valueBytes: 1024,
  storeBytes: 5 * 1024 ** 2,
  updateKeys: 50,
  updateBytes: 3 * 1024 ** 2,
} as const

const bytes = (text: string) => new TextEncoder().encode(text).length
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The form in which CloudFront imports a store from a bucket, `{ "data": [{ "key", "value" }] }`, or keys and values. */
function entriesOf(json: unknown): Result<readonly (readonly [string, unknown])[], string> {
  if (!isRecord(json))
    return failed(
      'This is no object of keys and values; write {"key": "value"} or {"data": [{"key": …, "value": …}]}.',
    )
  const { data } = json
  if (!Array.isArray(data)) return ok(Object.entries(json))
  const odd = data.findIndex((one: unknown) => !isRecord(one) || typeof one['key'] !== 'string')
  if (odd >= 0)
    return failed(`Entry ${odd + 1} of “data” has no key; write {"key": "name", "value": "text"}.`)
  return ok((data as { key: string; value: unknown }[]).map(({ key, value }) => [key, value]))
}

function faultOf(key: string, value: unknown, before: Pairs): string | undefined {
  const { keyBytes, valueBytes } = storedKeyLimits
  if (key === '') return 'A key is empty; give it a name.'
  if (before.has(key)) return `The key “${key}” is there twice; keep one of them.`
  if (typeof value !== 'string') return `The value of “${key}” is no text; write it in quotes.`
  if (bytes(key) > keyBytes)
    return `The key “${key.slice(0, 40)}…” has ${bytes(key)} bytes, and a key has at most ${keyBytes}.`
  if (bytes(value) > valueBytes)
    return `The value of “${key}” has ${bytes(value)} bytes, and a value has at most ${valueBytes}.`
  return undefined
}

/** Keys and values of a JSON file; a sentence that names the key where one could not be stored. */
export function parsePairs(json: unknown): Result<Pairs, string> {
  const entries = entriesOf(json)
  if (!entries.ok) return entries
  const pairs = new Map<string, string>()
  for (const [key, value] of entries.value) {
    const fault = faultOf(key, value, pairs)
    if (fault !== undefined) return failed(fault)
    pairs.set(key, String(value))
  }
  const size = [...pairs].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0)
  return size > storedKeyLimits.storeBytes
    ? failed(
        `Keys and values have ${size} bytes together, and a store has at most ${storedKeyLimits.storeBytes}.`,
      )
    : ok(pairs)
}

/** What leads from the stored keys to the wanted ones. Keys that the file does not have stay unless `prune` is given. */
export function keyChanges(stored: Pairs, wanted: Pairs, prune: boolean): KeyChanges {
  const puts = [...wanted].flatMap(([key, value]) => {
    const before = stored.get(key)
    return before === value ? [] : [{ key, value, ...(before !== undefined && { before }) }]
  })
  return { puts, deletes: prune ? [...stored.keys()].filter((key) => !wanted.has(key)) : [] }
}

/** The changes in updates that CloudFront takes, deletions first, so that a full store has room. */
export function updatesOf({ puts, deletes }: KeyChanges): readonly KeyChanges[] {
  const { updateKeys, updateBytes } = storedKeyLimits
  const updates: { puts: KeyChanges['puts'][number][]; deletes: string[] }[] = []
  let room = { keys: 0, bytes: 0 }
  const next = (size: number) => {
    if (room.keys === 0 || room.bytes < size) {
      updates.push({ puts: [], deletes: [] })
      room = { keys: updateKeys, bytes: updateBytes }
    }
    room = { keys: room.keys - 1, bytes: room.bytes - size }
    return updates.at(-1)
  }
  for (const key of deletes) next(bytes(key))?.deletes.push(key)
  for (const put of puts) next(bytes(put.key) + bytes(put.value))?.puts.push(put)
  return updates
}

/** The stored keys as a file that this command and CloudFront's import read. */
export const pairsFile = (pairs: Pairs): string =>
  `${JSON.stringify({ data: [...pairs].map(([key, value]) => ({ key, value })) }, null, 2)}\n`
