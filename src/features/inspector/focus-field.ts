/** Which row of a form a path leads to, and its first control. */
import { fromPointer, isWithin, type Path } from '#core/model/path.ts'

const fields = 'input, select, textarea'
const controls = `${fields}, button, a[href]`

/** The row whose field holds the path, the most exact first; else the first row below the path. */
export function rowOf(panel: Element, path: Path): HTMLElement | undefined {
  const rows = [...panel.querySelectorAll<HTMLElement>('[data-path]')].map((row) => ({
    row,
    at: fromPointer(row.dataset['path'] ?? ''),
  }))
  const holding = rows.filter(({ at }) => isWithin(path, at)).toSorted((a, b) => b.at.length - a.at.length)
  return holding[0]?.row ?? rows.find(({ at }) => isWithin(at, path) && at.length > path.length)?.row
}

/** Leads the keyboard to the field at a path; where a form has no such field, to the form's heading. */
export function focusField(panel: Element, path: Path, thing: Path): void {
  const row = path.length > thing.length ? rowOf(panel, path) : undefined
  // The button that resets a field stands before it.
  const control = row?.querySelector<HTMLElement>(fields) ?? row?.querySelector<HTMLElement>(controls)
  const target = control ?? panel.querySelector<HTMLElement>('h2')
  target?.focus({ preventScroll: true })
  // What stands there is often a sample: typing takes its place.
  if (target instanceof HTMLInputElement && target.type === 'text') target.select()
  ;(row ?? target)?.scrollIntoView({ block: 'center' })
}
