/** What a function changed: its event's message beside what it gave back, leaf by leaf. */
import { bare } from '#core/ground/names.ts'
import type { Json, JsonObject } from '#core/model/field.ts'

export interface Change {
  /** As a person reads it: `headers › x-group`. */
  readonly label: string
  readonly before: string | undefined
  readonly after: string | undefined
}

const isObject = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isHolder = (value: unknown): value is Readonly<Record<string, Json>> | readonly Json[] =>
  typeof value === 'object' && value !== null

type Leaf = readonly [path: readonly string[], value: string]

function leaves(value: Json | undefined, path: readonly string[]): Leaf[] {
  if (value === undefined) return []
  if (!isHolder(value)) return [[path, typeof value === 'string' ? value : JSON.stringify(value)]]
  return Object.entries(value).flatMap(([name, part]) => leaves(part, [...path, name]))
}

/** `headers › accept › value` and `headers › accept › 0 › value` are both “headers › accept” to a person. */
const labelOf = (path: readonly string[]): string =>
  path.filter((step, index) => !(index > 1 && (step === 'value' || step === '0'))).join(' › ')

const isShown = (path: readonly string[]): boolean => path.at(-1) !== 'key'

/** What differs from `before` to `after`, in the order of what came back. */
export function changesBetween(before: Json | undefined, after: Json | undefined): Change[] {
  const old = new Map(leaves(before, []).map(([path, value]) => [path.join('\n'), value]))
  const now = new Map(leaves(after, []).map(([path, value]) => [path.join('\n'), value]))
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => old.get(key) !== now.get(key) && isShown(key.split('\n')))
    .map((key) => ({ label: labelOf(key.split('\n')), before: old.get(key), after: now.get(key) }))
}

/** The message of an event that a function of that event gives back: its response on response events, else its request. */
export function messageIn(event: Json): { readonly request?: Json; readonly response?: Json } {
  if (!isObject(event)) return {}
  const records = event['Records']
  const [record] = Array.isArray(records) ? records : []
  const cf = isObject(record) ? record['cf'] : undefined
  const { request, response } = isObject(cf) ? cf : event
  return { ...(request !== undefined && { request }), ...(response !== undefined && { response }) }
}

/** The changes that a run made; a generated response is new as a whole. */
export function changesOf(event: Json, output: JsonObject): Change[] {
  const { request, response } = messageIn(event)
  return 'request' in output
    ? changesBetween(request, output['request'])
    : changesBetween(response, output['response'])
}

function difference(before: Json | undefined, after: Json): Json | undefined {
  if (!isObject(before) || !isObject(after))
    return JSON.stringify(before) === JSON.stringify(after) ? undefined : after
  const named: Record<string, Json> = bare()
  for (const [name, value] of Object.entries(after)) {
    const part = difference(before[name], value)
    if (part !== undefined) named[name] = part
  }
  for (const name of Object.keys(before)) if (!(name in after)) named[name] = null
  return Object.keys(named).length > 0 ? named : undefined
}

/** An expectation that names just what a run changed; `null` is what it removed. */
export function expectationOf(event: Json, output: JsonObject): JsonObject {
  const { request, response } = messageIn(event)
  const [kind = 'request', message = null] = Object.entries(output)[0] ?? []
  const part = difference(kind === 'request' ? request : response, message)
  return { output: { [kind]: part ?? {} }, error: null }
}
