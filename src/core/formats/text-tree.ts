/**
 * A YAML or JSON text as plain values that remember where they stand. Reading, positions and the small-diff
 * writer share it. CloudFormation's short tags become their long form: `!Ref X` is `{ Ref: 'X' }`.
 */
import { LineCounter, type Document as YamlDocument } from 'yaml'
import { failed, ok, type Result } from '#core/ground/result.ts'
import { isFlowIndentError, withoutBreakBefore } from './flow-lines.ts'
import type { Position, ReadProblem } from './format.ts'
import { JsonFault, parseJson } from './json-nodes.ts'
import { movedTree } from './moved-tree.ts'
import { Places } from './places.ts'
import { partsAfter } from './reread.ts'
import { type Parts, partsOf } from './text-parts.ts'
import type { TextTree, Tree } from './tree.ts'
import { maxDepth, maxNodes, Reader, Refusal, tooDeep } from './tree-reader.ts'
import { parsedYaml, positionsIn } from './yaml-parse.ts'

const megabyte = 1024 * 1024
/** JSON is read at tens of megabytes in a second. */
const maxJson = 20 * megabyte
/** YAML is not; CloudFormation itself takes one megabyte. */
export const maxTemplate = 5 * megabyte
/** Braces with a quoted name in them; YAML's flow style mostly has bare names. */
export const looksLikeJson = (text: string): boolean => /^\uFEFF?\s*(\{\s*["}]|\[)/.test(text)

/** What the library says of an error, without its place and without words of its own machinery. */
const withoutPlace = (text: string) => text.replace(/\s+at line \d+, column \d+:?[\s\S]*$/, '').trim()

export const tooLarge =
  'The text is larger than 5 MB, and CloudFormation takes templates up to 1 MB; open the template itself, not a bundle.'

interface Parsed {
  readonly yaml: YamlDocument
  /** The document is all of the text, as it stands there, in YAML's syntax. */
  readonly isAll: boolean
  readonly positionOf: (offset: number) => Position
}
const refused = (message: string): Result<never, readonly ReadProblem[]> => failed([{ message }])

/** Characters that are parsed again for the sake of brackets that stand too far to the left. */
const maxAgain = 8 * megabyte

interface First {
  readonly yaml: ReturnType<typeof parsedYaml>[0] | undefined
  /** It is all of the text, as it stands there. */
  readonly isAll: boolean
}

/** The first document of a text; brackets may stand anywhere, as in YAML 1.1. */
function firstDocument(text: string, lineCounter: LineCounter): First {
  const all = parsedYaml(text, lineCounter)
  const asWritten = all[0]
  let [current, source] = [asWritten, text]
  for (let left = maxAgain; left > text.length; left -= text.length) {
    const error = current && 'errors' in current ? current.errors[0] : undefined
    if (!error) return { yaml: current, isAll: source === text && all.length === 1 }
    const next = isFlowIndentError(error) ? withoutBreakBefore(source, error.pos[0]) : source
    if (next === source) break
    source = next
    current = parsedYaml(source)[0]
  }
  return { yaml: asWritten, isAll: false }
}

function parseYamlText(text: string): Result<Parsed, readonly ReadProblem[]> {
  if (text.length > maxTemplate) return refused(tooLarge)
  const lines = new LineCounter()
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const { yaml, isAll } = firstDocument(text, lines)
  if (!yaml || !('errors' in yaml)) return refused('The text is empty.')
  const [error] = yaml.errors
  if (!error) return ok({ yaml, isAll, positionOf })
  const isTooDeep = error.message.startsWith('Maximum call stack')
  const message = isTooDeep ? tooDeep : `${withoutPlace(error.message)}.`.replace('..', '.')
  return failed([{ message, position: positionOf(error.pos[0]) }])
}

/** JSON by its own parser; what is nearly JSON may be YAML, unless it is too large for that. */
function parse(text: string): Result<Parsed, readonly ReadProblem[]> {
  if (!looksLikeJson(text)) return parseYamlText(text)
  if (text.length > maxJson)
    return refused('The text is larger than 20 MB; open the template itself, not a bundle.')
  try {
    const yaml = parseJson(text, { depth: maxDepth, values: maxNodes })
    return ok({ yaml, isAll: false, positionOf: positionsIn(text) })
  } catch (thrown) {
    if (!(thrown instanceof JsonFault)) throw thrown
    const { message, offset } = thrown
    if (message === undefined && text.length <= maxTemplate) return parseYamlText(text)
    const position = positionsIn(text)(offset)
    return failed([{ message: message ?? 'This is not JSON from here on.', position }])
  }
}

interface Read {
  readonly tree: TextTree
  /** What a text that differs little can take over. */
  readonly parts: Parts | undefined
}

/** What a reader gave, as a tree; what is computed from it can be given a place too. */
function treeOf(reader: Reader, { yaml, positionOf }: Parsed, text: string, root: Tree): TextTree {
  const placed = new Places()
  const nodeOf = (container: object) => reader.homes.get(container)?.node
  return {
    root,
    yaml,
    text,
    siteOf: (container, key) => placed.at(container, key) ?? reader.homes.get(container)?.sites.get(key),
    place: (container, key, site) => placed.put(container, key, site),
    nodeOf,
    startOf: (container) => nodeOf(container)?.range?.[0],
    valueOf: (alias) => reader.aliases.get(alias),
    hasAliases: reader.aliases.size > 0,
    repeats: reader.repeats.toSorted((a, b) => a.offset - b.offset),
    positionOf,
  }
}

/** Reads all of a text. */
export function readWhole(text: string): Result<Read, readonly ReadProblem[]> {
  if (text.trim() === '') return refused('The text is empty.')
  const parsed = parse(text)
  if (!parsed.ok) return parsed
  const { yaml, positionOf, isAll } = parsed.value
  const reader = new Reader(yaml, looksLikeJson(text))
  try {
    const tree = treeOf(reader, parsed.value, text, reader.read(yaml.contents, 0, false))
    return ok({ tree, parts: isAll ? partsOf(reader, yaml.contents, tree) : undefined })
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    return failed([
      {
        message: thrown.message,
        ...(thrown.offset !== undefined && { position: positionOf(thrown.offset) }),
      },
    ])
  }
}

/** Characters: what is shorter is parsed within a frame. */
const worthKeeping = 20_000
/** The large text that was read last: the next one is most often the same with a few other characters. */
let last: Read | undefined

/** Reads a text that differs little from the last one; undefined where it is to be read as a whole. */
function readAsEdited(text: string): Read | undefined {
  if (!last || text.length < worthKeeping) return undefined
  if (last.tree.text === text) return last
  const parts = last.parts && partsAfter(last.parts, text)
  if (!parts) return undefined
  const whole = () => {
    const read = readWhole(text)
    if (!read.ok) throw new Error('A text whose parts were read does not read as a whole.')
    return read.value.tree
  }
  return { tree: movedTree(parts, whole), parts }
}

/** Reads a text; every reason that it cannot be read comes with its line and column. */
export function readTextTree(input: string): Result<TextTree, readonly ReadProblem[]> {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input
  const edited = readAsEdited(text)
  const read = edited ? ok(edited) : readWhole(text)
  if (!read.ok) return read
  if (text.length >= worthKeeping) last = read.value
  return ok(read.value.tree)
}
