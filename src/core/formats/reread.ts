/** Reads the parts of a text that differ from an earlier one, and takes over the others. */
import { isMap, isScalar, type Pair, type Document as YamlDocument } from 'yaml'
import { cut, type Inner, type Parse, type Part, type Parts, partOf } from './text-parts.ts'
import type { Repeat } from './tree.ts'
import { maxNodes, Reader, Refusal } from './tree-reader.ts'
import { parsedYaml } from './yaml-parse.ts'

/** Where two texts differ: the characters from `start` to `oldEnd` became those up to `newEnd`. */
interface Difference {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

const stride = 1024

/** How many characters two texts share from the left. */
function sharedBefore(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let at = 0
  while (at + stride <= most && one.slice(at, at + stride) === other.slice(at, at + stride)) at += stride
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1
  return at
}

/** How many they share from the right, of at most so many. */
function sharedAfter(one: string, other: string, most: number): number {
  const ends = [one.length, other.length] as const
  const alike = (at: number, length: number) =>
    one.slice(ends[0] - at - length, ends[0] - at) === other.slice(ends[1] - at - length, ends[1] - at)
  let at = 0
  while (at + stride <= most && alike(at, stride)) at += stride
  while (at < most && alike(at, 1)) at += 1
  return at
}

function differenceOf(before: string, text: string): Difference {
  const start = sharedBefore(before, text)
  const after = sharedAfter(before, text, Math.min(before.length, text.length) - start)
  return { start, oldEnd: before.length - after, newEnd: text.length - after }
}

/** Parts from one index to before another. */
interface Run {
  readonly from: number
  readonly to: number
}

/**
 * The parts of a map in which a difference lies as a whole. The first letter of the first of them stays, so that what
 * stands before is not touched; so does the break before the line that follows the last of them.
 */
function runIn(parts: readonly Part[], { start, oldEnd, newEnd }: Difference, text: string): Run | undefined {
  const from = parts.findLastIndex(({ line, column }) => line + column < start)
  if (from < 0) return undefined
  const after = parts.findIndex(({ line }, index) => index > from && line >= oldEnd)
  const to = after < 0 ? parts.length : after
  const next = parts[to]
  const isOnLine = !next || text[next.line + newEnd - oldEnd - 1] === '\n'
  return isOnLine ? { from, to } : undefined
}

/** A text that is parsed in place of a run of parts: with what has to stand before and after it. */
interface Excerpt {
  readonly head: string
  readonly body: string
  readonly tail: string
  /** Where the body begins in the new text. */
  readonly line: number
  readonly column: number
  /** The key whose map the parts are in; undefined for the outermost. */
  readonly isWithin: boolean
  /** Stand-ins for a neighbor before, for one after, and for the outermost key after. */
  readonly hasBefore: boolean
  readonly after: 'none' | 'beside' | 'outside'
}

const standIn = (column: number, name: string): string => `${' '.repeat(column)}${name}: 1\n`

const isStandIn = (pair: Pair | undefined, offset: number): boolean =>
  pair !== undefined &&
  isScalar(pair.key) &&
  pair.key.range?.[0] === offset &&
  isScalar(pair.value) &&
  pair.value.value === 1 &&
  pair.value.anchor === undefined &&
  pair.value.tag === undefined

function onlyDocument(text: string): YamlDocument | undefined {
  const [yaml, ...others] = parsedYaml(text)
  return yaml && 'errors' in yaml && yaml.errors.length === 0 && others.length === 0 ? yaml : undefined
}

/** The pairs of the excerpt's own, where all of it is understood and the stand-ins are what they have to be. */
function pairsIn({ head, body, column, isWithin, hasBefore, after }: Excerpt, text: string) {
  const yaml = onlyDocument(text)
  if (!isMap(yaml?.contents)) return undefined
  const outer = [...yaml.contents.items]
  const end = head.length + body.length
  if (after === 'outside' && !isStandIn(outer.pop(), end)) return undefined
  const holder = isWithin ? outer[0]?.value : yaml.contents
  if (!isMap(holder) || (isWithin && outer.length !== 1)) return undefined
  const own = isWithin ? [...holder.items] : outer
  if (after === 'beside' && !isStandIn(own.pop(), end + column)) return undefined
  if (hasBefore && !isStandIn(own.shift(), head.length - standIn(0, 'A').length)) return undefined
  return { yaml, own }
}

/** Reads an excerpt; undefined where it cannot be understood by itself. */
function partsIn(excerpt: Excerpt, { homes, count }: Parts) {
  const { head, body, tail, line, column, isWithin } = excerpt
  const text = head + body + tail
  const pairs = pairsIn(excerpt, text)
  const cuts = pairs && cut(pairs.own, text, column)
  if (!pairs || !cuts?.[0] || cuts[0].line !== head.length) return undefined
  const reader = new Reader(pairs.yaml, false, homes)
  const parse: Parse = { text, frame: reader.frame, shift: line - head.length }
  try {
    const parts = cuts.map((one) =>
      partOf(one, column, reader.read(one.pair.value, isWithin ? 2 : 1, false), parse, !isWithin),
    )
    const isAlone = reader.aliases.size === 0 && reader.repeated === 0
    return isAlone && count + reader.count <= maxNodes ? { parts, reader, shift: parse.shift } : undefined
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined
    throw thrown
  }
}

const moved = (part: Part, by: number): Part => ({
  ...part,
  line: part.line + by,
  shift: part.shift + by,
  ...(part.inner && { inner: movedInner(part.inner, by) }),
})
const movedInner = ({ start, parts }: Inner, by: number): Inner => ({
  start: start + by,
  parts: parts.map((part) => moved(part, by)),
})

const areUnique = (parts: readonly Part[]): boolean =>
  new Set(parts.map(({ name }) => name)).size === parts.length

/** The excerpt for some of the outermost parts. */
function outerExcerpt({ text: before, parts }: Parts, { from, to }: Run, body: string): Excerpt {
  const [line, next] = [parts[from]?.line ?? 0, parts[to]]
  return {
    head: from === 0 ? before.slice(0, line) : standIn(0, 'A'),
    body,
    tail: next ? standIn(0, 'Z') : '',
    line,
    column: 0,
    isWithin: false,
    hasBefore: from > 0,
    after: next ? 'beside' : 'none',
  }
}

/** The excerpt for some parts of the map of one of the outermost. */
function innerExcerpt(
  before: string,
  around: Part,
  isLast: boolean,
  { from, to }: Run,
  body: string,
): Excerpt {
  const parts = around.inner?.parts ?? []
  const [first, begun] = [parts[0], parts[from]]
  const column = first?.column ?? 0
  const after = to < parts.length ? 'beside' : isLast ? 'none' : 'outside'
  return {
    head: before.slice(around.line, first?.line) + (from > 0 ? standIn(column, 'A') : ''),
    body,
    tail: after === 'none' ? '' : standIn(after === 'beside' ? column : 0, 'Z'),
    line: begun?.line ?? 0,
    column,
    isWithin: true,
    hasBefore: from > 0,
    after,
  }
}

/** More than a quarter of a text is not worth reading twice, should its parts not do. */
const share = 4

/** The parts of a text that differs little from that of others; undefined where it has to be read as a whole. */
export function partsAfter(before: Parts, text: string, most = text.length / share): Parts | undefined {
  const difference = differenceOf(before.text, text)
  const by = difference.newEnd - difference.oldEnd
  const outer = runIn(before.parts, difference, text)
  if (!outer) return undefined
  const around = outer.to === outer.from + 1 ? before.parts[outer.from] : undefined
  const within = around?.inner && runIn(around.inner.parts, difference, text)
  const list = around?.inner && within ? around.inner.parts : before.parts
  const run = within ?? outer
  const line = list[run.from]?.line ?? 0
  const oldEnd = list[run.to]?.line ?? before.parts[outer.to]?.line ?? before.text.length
  if (oldEnd + by - line > most) return undefined
  const body = text.slice(line, oldEnd + by)
  const excerpt =
    around && within
      ? innerExcerpt(before.text, around, outer.to === before.parts.length, within, body)
      : outerExcerpt(before, outer, body)
  const read = partsIn(excerpt, before)
  if (!read) return undefined
  const after = list.slice(run.to).map((part) => moved(part, by))
  const now = [...list.slice(0, run.from), ...read.parts, ...after]
  if (!areUnique(now)) return undefined
  const parts =
    around?.inner && within
      ? [
          ...before.parts.slice(0, outer.from),
          { ...around, inner: { ...around.inner, parts: now } },
          ...before.parts.slice(outer.to).map((part) => moved(part, by)),
        ]
      : now
  const repeats: readonly Repeat[] = [
    ...before.repeats.filter(({ offset }) => offset < line),
    ...read.reader.repeats
      .toSorted((a, b) => a.offset - b.offset)
      .map((one) => ({ ...one, offset: one.offset + read.shift })),
    ...before.repeats
      .filter(({ offset }) => offset >= oldEnd)
      .map((one) => ({ ...one, offset: one.offset + by })),
  ]
  return { ...before, text, parts, repeats, count: before.count + read.reader.count }
}
