import type { DesignDocument } from '#core/model/document.ts'
import { fromPointer, type Path, valueAt } from '#core/model/path.ts'
import { placeAcross } from '#core/model/place-across.ts'
import { fieldLabel } from '#things/field-label.ts'
import { thingAt, thingInWords } from '#things/thing.ts'

export interface Setting {
  readonly path: Path
  /** Of the thing whose setting it is. */
  readonly thing: Path
  /** “Cache behavior /api/* › Cache policy”. */
  readonly name: string
}

/** The setting that a JSON pointer of a trace names; undefined where the design no longer holds it. `traced`: what the trace was of. */
export function settingAt(
  document: DesignDocument,
  pointer: string,
  traced: DesignDocument['resources'] = document.resources,
): Setting | undefined {
  const path = placeAcross(traced, document.resources, fromPointer(pointer))
  const thing = thingAt(document, path)
  if (!path || !thing) return undefined
  // A field that is not set has a name all the same, as long as the thing is there.
  const isThere = valueAt(document, thing.path) !== undefined
  if (!isThere) return undefined
  const field = fieldLabel(thing, path.slice(thing.path.length))
  const name = thingInWords(thing)
  return { path, thing: thing.path, name: field === undefined ? name : `${name} › ${field}` }
}
