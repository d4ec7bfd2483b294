/** Where in a thing a problem is mended: some are found at one field and mended at another, by the fix that they offer. */
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { isWithin, type Path, valueAt } from '#core/model/path.ts'

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The places at which two states of a design differ, as deep as both have fields; what an edit left alone is the same object. */
function* changed(before: unknown, after: unknown, path: Path): Generator<Path> {
  if (before === after) return
  if (isFields(before) && isFields(after))
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* changed(before[name], after[name], [...path, name])
  else if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    for (const [index, item] of before.entries()) yield* changed(item, after[index], [...path, index])
  else yield path
}

interface Mended {
  readonly path: Path
  readonly fix?: Edit | undefined
  readonly suggestions?: readonly Edit[] | undefined
}

/** Of one state of a design each is asked for more than once: by the form, and by whatever leads there. */
const known = new WeakMap<Mended, { readonly document: DesignDocument; readonly place: Path }>()

function placeIn(document: DesignDocument, problem: Mended, thing: Path): Path {
  const { path, fix, suggestions = [] } = problem
  const edit = fix ?? suggestions[0]
  // What is missing is told where it is to be written, whatever else would help.
  if (!edit || valueAt(document, path) === undefined) return path
  const places = [...changed(document, applyEdit(document, edit), [])]
  if (places.some((place) => isWithin(path, place) || isWithin(place, path))) return path
  return places.find((place) => place.length > thing.length && isWithin(place, thing)) ?? path
}

/**
 * The field of its thing at which a problem is mended: its own place, unless the first thing that it offers leaves that
 * as it is and changes another field beside it. What is mended in another thing is told where it was found.
 */
export function remedyPlace(document: DesignDocument, problem: Mended, thing: Path): Path {
  const found = known.get(problem)
  if (found?.document === document) return found.place
  const place = placeIn(document, problem, thing)
  known.set(problem, { document, place })
  return place
}
