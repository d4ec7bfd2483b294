/** Which parts of the cache key multiply objects: query parameters, headers and cookies, each by how many variants it makes. */
import { cookiePairs } from '#core/http/cookies.ts'
import { queryParameters } from '#core/http/query-string.ts'
import type { Replay } from './replay.ts'
import { patternOf } from './summarize.ts'

export interface KeyPart {
  readonly kind: 'query string' | 'header' | 'cookie'
  readonly name: string
  /** Distinct values, “absent” among them. */
  readonly values: number
  /** Cache keys that would be left without it. */
  readonly keysWithout: number
  /** How many times more keys there are because of it. */
  readonly factor: number
}
export interface KeyFanOut {
  readonly behavior: string
  readonly keys: number
  readonly paths: number
  /** The part that multiplies most first. */
  readonly parts: readonly KeyPart[]
  /** One in so many paths was looked at; 1 where all were. */
  readonly sampled: number
}

/** Keys of one behavior that are taken apart; beyond it every n-th path is looked at, with all its keys. */
const mostKeys = 200_000

type Part = readonly [id: string, value: string]
interface TakenApart {
  readonly path: string
  readonly parts: readonly Part[]
}

/** A key's text is what the engine's cache-key stage writes: path and query, then a line for each header and the cookies. */
function takeApart(text: string): TakenApart {
  const lines = text.split('\n')
  const first = lines[0] ?? ''
  const question = first.indexOf('?')
  const parts: Part[] = []
  if (question >= 0)
    for (const { name, text: whole } of queryParameters(first.slice(question + 1)))
      parts.push([`query string ${name}`, whole])
  for (const line of lines.slice(1)) {
    if (line.startsWith(';'))
      for (const { name, value } of cookiePairs([line.slice(1)])) parts.push([`cookie ${name}`, value])
    else {
      const colon = line.indexOf(':')
      parts.push([`header ${line.slice(0, colon)}`, line.slice(colon + 1)])
    }
  }
  return { path: question < 0 ? first : first.slice(0, question), parts }
}

/** A key's text without one of its parts, for comparison only. */
export function withoutPart(text: string, { kind, name }: Pick<KeyPart, 'kind' | 'name'>): string {
  const { path, parts } = takeApart(text)
  const id = `${kind} ${name}`
  return [path, ...parts.flatMap(([other, value]) => (other === id ? [] : [`${other}=${value}`]))].join('\n')
}

const pathOf = (text: string) => text.split(/[?\n]/, 1)[0] ?? ''

/** Spreads paths evenly, the same way every time. */
function spread(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function partsOf(keys: readonly TakenApart[]): KeyPart[] {
  const values = new Map<string, Set<string>>()
  const carriers = new Map<string, number>()
  for (const { parts } of keys)
    for (const [id, value] of parts) {
      const set = values.get(id) ?? new Set<string>()
      values.set(id, set)
      set.add(value)
      carriers.set(id, (carriers.get(id) ?? 0) + 1)
    }
  return [...values].flatMap(([id, distinct]) => {
    const without = new Set(
      keys.map(({ path, parts }) =>
        [path, ...parts.flatMap(([other, value]) => (other === id ? [] : [`${other}=${value}`]))].join('\n'),
      ),
    ).size
    const kind = (['query string', 'header', 'cookie'] as const).find((word) => id.startsWith(`${word} `))
    if (!kind) return []
    return [
      {
        kind,
        name: id.slice(kind.length + 1),
        values: distinct.size + ((carriers.get(id) ?? 0) < keys.length ? 1 : 0),
        keysWithout: without,
        factor: keys.length / without,
      },
    ]
  })
}

/** The most parts of one behavior's keys that are tried. */
const mostParts = 30

/** For every behavior that has cache keys. */
export function keyFanOut(replay: Replay): KeyFanOut[] {
  const byBehavior = new Map<number, string[]>()
  replay.keyTexts.forEach((text, key) => {
    const behavior = replay.keyBehaviors[key] ?? 0
    const texts = byBehavior.get(behavior) ?? []
    byBehavior.set(behavior, texts)
    texts.push(text)
  })
  return [...byBehavior]
    .map(([behavior, texts]) => {
      const sampled = Math.max(1, Math.ceil(texts.length / mostKeys))
      const taken = sampled === 1 ? texts : texts.filter((text) => spread(pathOf(text)) % sampled === 0)
      const keys = taken.map(takeApart)
      return {
        behavior: patternOf(replay, behavior),
        keys: texts.length,
        paths: new Set(texts.map(pathOf)).size,
        parts: partsOf(keys)
          .sort((a, b) => b.factor - a.factor || a.name.localeCompare(b.name))
          .slice(0, mostParts),
        sampled,
      }
    })
    .sort((a, b) => b.keys - a.keys)
}
