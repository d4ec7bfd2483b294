/** Which parts of the cache key multiply objects: query parameters, headers and cookies, each by how many variants it makes. */
import { cookiePairs } from '#core/http/cookies.ts'
import { queryParameters } from '#core/http/query-string.ts'
import type { Replay } from '#core/replay/serve/replay.ts'
import type { CompiledDistribution } from '#core/trace/compile/compiled.ts'

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

/** Keys of one behavior that are taken apart; beyond it every other path is looked at, with all its keys, and so on. */
const mostKeys = 200_000

/** The cache keys of one behavior, as plain data: a sample of their texts where there are many. */
export interface BehaviorKeys {
  /** Its place in the compiled distribution. */
  readonly behavior: number
  readonly count: number
  readonly paths: number
  /** One in so many paths is in the sample: a power of two. */
  readonly sampled: number
  readonly texts: readonly string[]
  /** For each text, the number of what the origin answered: status, type and size. */
  readonly answers: readonly number[]
  readonly answerTexts: readonly string[]
}

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

/** The path that a key's text begins with. */
function pathOf(text: string): string {
  const question = text.indexOf('?')
  const line = text.indexOf('\n')
  if (question < 0 && line < 0) return text
  return text.slice(0, question < 0 || (line >= 0 && line < question) ? line : question)
}

/** Spreads paths evenly, the same way every time. */
function spread(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Whether anything but the path is in a key. */
const hasParts = (text: string): boolean => text.includes('?') || text.includes('\n')

/** Distinct paths of keys: without further parts, no two are of one path. */
const countPaths = (texts: readonly string[]): number =>
  texts.some(hasParts) ? new Set(texts.map(pathOf)).size : texts.length

/** The places of keys of every other path, of every fourth and so on, until there are few enough of them. */
function sampleOf(texts: readonly string[], atLeast: number): { sampled: number; kept: number[] } {
  let sampled = atLeast
  let kept = [...texts.keys()]
  for (;;) {
    if (sampled > 1) kept = kept.filter((at) => spread(pathOf(texts[at] ?? '')) % sampled === 0)
    if (kept.length <= mostKeys) return { sampled, kept }
    sampled *= 2
  }
}

/** `texts` are distinct, and each has its answer at the same place. */
function behaviorKeys(
  { behavior, count, paths }: Pick<BehaviorKeys, 'behavior' | 'count' | 'paths'>,
  texts: readonly string[],
  answers: readonly string[],
  atLeast: number,
): BehaviorKeys {
  const { sampled, kept } = sampleOf(texts, atLeast)
  const numbers = new Map<string, number>()
  const numberOf = (answer: string) => {
    const number = numbers.get(answer) ?? numbers.size
    numbers.set(answer, number)
    return number
  }
  return {
    behavior,
    count,
    paths,
    sampled,
    texts: kept.map((at) => texts[at] ?? ''),
    answers: kept.map((at) => numberOf(answers[at] ?? '')),
    answerTexts: [...numbers.keys()],
  }
}

/** For every behavior that has cache keys, in order. */
export function keysOf({ keys, answers, distribution }: Replay): BehaviorKeys[] {
  const answerTexts = answers.list.map(({ status, size, type }) => `${status} ${size} ${type}`)
  const found = distribution.behaviors.map(() => ({ texts: [] as string[], answers: [] as string[] }))
  keys.texts.forEach((text, key) => {
    const own = found[keys.behaviors[key] ?? 0]
    own?.texts.push(text)
    own?.answers.push(answerTexts[keys.answers[key] ?? -1] ?? '')
  })
  return found.flatMap(({ texts, answers: own }, behavior) =>
    texts.length === 0
      ? []
      : [behaviorKeys({ behavior, count: texts.length, paths: countPaths(texts) }, texts, own, 1)],
  )
}

/** The keys of all shards together: no path is in two of them. */
export function joinKeys(parts: readonly (readonly BehaviorKeys[])[]): BehaviorKeys[] {
  if (parts.length === 1) return [...(parts[0] ?? [])]
  const all = parts.flat()
  const behaviors = [...new Set(all.map(({ behavior }) => behavior))].sort((a, b) => a - b)
  return behaviors.map((behavior) => {
    const same = all.filter((keys) => keys.behavior === behavior)
    const sum = (of: (keys: BehaviorKeys) => number) => same.reduce((total, keys) => total + of(keys), 0)
    return behaviorKeys(
      { behavior, count: sum(({ count }) => count), paths: sum(({ paths }) => paths) },
      same.flatMap(({ texts }) => texts),
      same.flatMap(({ answers, answerTexts }) => answers.map((number) => answerTexts[number] ?? '')),
      Math.max(...same.map(({ sampled }) => sampled)),
    )
  })
}

/** Of the groups of keys that differ in one part only, how many there are and in how many all answers were the same. */
export function agreementOn(
  { texts, answers }: BehaviorKeys,
  part: Pick<KeyPart, 'kind' | 'name'>,
): { groups: number; same: number } {
  const first = new Map<string, number>()
  const compared = new Map<string, boolean>()
  texts.forEach((text, key) => {
    const rest = withoutPart(text, part)
    const other = first.get(rest)
    if (other === undefined) first.set(rest, key)
    else compared.set(rest, answers[key] === answers[other] && compared.get(rest) !== false)
  })
  return { groups: compared.size, same: [...compared.values()].filter(Boolean).length }
}

function partsOf(texts: readonly string[]): KeyPart[] {
  const plain = new Set(texts.filter((text) => !hasParts(text)))
  if (plain.size === texts.length) return []
  const keys = texts.filter(hasParts).map(takeApart)
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
    const without = plain.size + keysWithout(keys, id, plain)
    const kind = (['query string', 'header', 'cookie'] as const).find((word) => id.startsWith(`${word} `))
    if (!kind) return []
    return [
      {
        kind,
        name: id.slice(kind.length + 1),
        values: distinct.size + ((carriers.get(id) ?? 0) < texts.length ? 1 : 0),
        keysWithout: without,
        factor: texts.length / without,
      },
    ]
  })
}

/** Distinct keys that are left without a part, besides those that have no parts at all. */
function keysWithout(keys: readonly TakenApart[], id: string, plain: ReadonlySet<string>): number {
  const left = new Set<string>()
  for (const { path, parts } of keys) {
    const text = [
      path,
      ...parts.flatMap(([other, value]) => (other === id ? [] : [`${other}=${value}`])),
    ].join('\n')
    if (!plain.has(text)) left.add(text)
  }
  return left.size
}

/** The most parts of one behavior's keys that are tried. */
const mostParts = 30

/** For every behavior that has cache keys, the most keys first. */
export const keyFanOut = (keys: readonly BehaviorKeys[], { behaviors }: CompiledDistribution): KeyFanOut[] =>
  keys
    .map(({ behavior, count, paths, sampled, texts }) => ({
      behavior: behaviors[behavior]?.pattern ?? '*',
      keys: count,
      paths,
      parts: partsOf(texts)
        .sort((a, b) => b.factor - a.factor || a.name.localeCompare(b.name) || a.kind.localeCompare(b.kind))
        .slice(0, mostParts),
      sampled,
    }))
    .sort((a, b) => b.keys - a.keys)
