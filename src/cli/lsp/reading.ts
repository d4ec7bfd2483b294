/** A text of the editor as it was last read, with what its places mean. */

import type { Position, ReadProblem } from '#core/formats/format.ts'
import { type RecognizedDesign, readSource, recognizeFormat } from '#core/formats/index.ts'
import type { Path } from '#core/model/path.ts'

export interface Reading {
  readonly text: string
  /** The design of this text; undefined where it does not read. */
  readonly design: RecognizedDesign | undefined
  /** Why it does not; empty for a text that is nothing of CloudFront. */
  readonly problems: readonly ReadProblem[]
}

/** Words that only a source of ours has: another YAML file of the project is none of our business. */
const isAboutCloudFront = (text: string) => /CloudFront|aws_cloudfront_|DistributionConfig/.test(text)

/** Reads a text of any format; one that has nothing of CloudFront has neither design nor problems. */
export function readingOf(text: string): Reading {
  if (!isAboutCloudFront(text)) return { text, design: undefined, problems: [] }
  const read = readSource(text)
  if (read.ok) return { text, design: read.value, problems: [] }
  // A template may well have only policies, or be a module's part: no fault as long as it reads.
  const placed = read.error.filter(({ position }) => position !== undefined)
  return { text, design: undefined, problems: recognizeFormat(text) ? placed : [] }
}

/** A path with the place where it begins. */
export interface PlacedPath extends Position {
  readonly path: Path
}

function* pathsIn(value: unknown, path: Path): Generator<Path> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const [step, child] of Object.entries(value))
    yield* pathsIn(child, [...path, Array.isArray(value) ? Number(step) : step])
}

const plain = (name: string): string => name.replaceAll('_', '').toLowerCase()

/** Whether the text names a step right there: the first field of a list's item begins where the item does. */
function isNamedAt(lines: readonly string[], { line, column }: Position, step: string | number): boolean {
  const [, name] = /^["']?([\w-]+)/.exec((lines[line - 1] ?? '').slice(column - 1)) ?? []
  return name !== undefined && typeof step === 'string' && plain(name) === plain(step)
}

/** Every path of a document that the text holds, in the order of the text; a part without a place of its own is left out. */
export function placesOf(
  { document, locate }: Pick<RecognizedDesign, 'document' | 'locate'>,
  text: string,
): PlacedPath[] {
  const lines = text.split('\n')
  const places = new Map<string, PlacedPath>()
  for (const id of Object.keys(document.resources))
    for (const path of pathsIn(document.resources[id]?.config, ['resources', id, 'config'])) {
      const place = locate(path)
      if (!place) continue
      const at = `${place.line}:${place.column}`
      if (!places.has(at) || isNamedAt(lines, place, path.at(-1) ?? '')) places.set(at, { ...place, path })
    }
  return [...places.values()].sort((a, b) => a.line - b.line || a.column - b.column)
}

/** What stands at a place of the text: the last path that begins before it. */
export function pathAt(places: readonly PlacedPath[], line: number, column: number): Path | undefined {
  let found: Path | undefined
  for (const place of places) {
    if (place.line > line || (place.line === line && place.column > column)) break
    found = place.path
  }
  return found
}
