/** Where the things of a design stand in its text, so that a node and its lines find each other. */
import type { Position, ReadDesign } from '#core/formats/format.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression } from '#core/model/field.ts'
import { isWithin, type Path } from '#core/model/path.ts'
import { type BlockLines, blockLines } from './block-lines.ts'

export interface Place extends BlockLines {
  readonly path: Path
}

const lists = ['CacheBehaviors', 'Origins', 'OriginGroups'] as const

/** Every path that can be selected: resources, and what is a node within a distribution. */
function* selectable(document: DesignDocument): Generator<Path> {
  for (const id of Object.keys(document.resources)) yield ['resources', id]
  for (const { path, config } of distributionsIn(document)) {
    yield [...path, 'DefaultCacheBehavior']
    for (const list of lists) {
      const items = config[list]
      if (!Array.isArray(items)) continue
      for (const [index, item] of items.entries()) if (!isExpression(item)) yield [...path, list, index]
    }
  }
}

/** The lines of each thing; those that the text does not hold are left out. */
export function placesIn(
  text: string,
  { document, locate }: Pick<ReadDesign, 'document' | 'locate'>,
): Place[] {
  const lines = text.split('\n')
  const isYaml = !/^\s*\{/.test(text) && !/^\s*resource\s+"?aws_/m.test(text)
  const places: Place[] = []
  const seen = new Map<string, Position>()
  for (const path of selectable(document)) {
    const position = locate(path)
    if (!position) continue
    const parent = seen.get(path.slice(0, -2).join('\n'))
    const isParents = parent?.line === position.line && parent.column === position.column
    seen.set(path.join('\n'), position)
    if (!isParents) places.push({ path, ...blockLines(lines, position, isYaml ? 'indent' : 'brackets') })
  }
  return places
}

/** The thing at or above `path` that has lines of its own. */
export function placeOf(places: readonly Place[], path: Path | undefined): Place | undefined {
  if (!path) return undefined
  return places
    .filter((place) => isWithin(path, place.path))
    .reduce<Place | undefined>(
      (best, place) => (best && best.path.length > place.path.length ? best : place),
      undefined,
    )
}

/** The smallest thing around a line. */
export function placeAtLine(places: readonly Place[], line: number): Place | undefined {
  return places
    .filter(({ first, last }) => first <= line && line <= last)
    .reduce<Place | undefined>(
      (best, place) => (best && best.last - best.first <= place.last - place.first ? best : place),
      undefined,
    )
}
