/** Which row of a form a path leads to, and its first control. */
import { fromPointer, isWithin, type Path } from '#core/model/path.ts'
import { gestures } from '#ui/gestures.ts'
import { leadsTo } from '#ui/kept-scroll.ts'

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

/** From where to where an item of a list stands in its text, which has one in each line; undefined where none does. */
export function lineAt(text: string, index: number): readonly [from: number, to: number] | undefined {
  const lines = text.split('\n')
  const line = lines[index]
  if (line === undefined) return undefined
  const from = lines.slice(0, index).reduce((sum, one) => sum + one.length + 1, 0)
  return [from, from + line.length]
}

/** What stands there is often a sample or a mistake: typing takes its place. */
function selectText(target: HTMLElement, rest: Path): void {
  if (target instanceof HTMLInputElement && target.type === 'text') target.select()
  const [index] = rest
  if (!(target instanceof HTMLTextAreaElement) || typeof index !== 'number') return
  const line = lineAt(target.value, index)
  if (line) target.setSelectionRange(...line)
}

/**
 * Keeps an element in the middle of the view while the form finds its size: an inspector that has just come is narrow
 * for a moment, and what was folded opens. Returns how to stop; a person's own gesture stops it too.
 */
function holdInSight(panel: Element, shown: Element): () => void {
  const observer = new ResizeObserver(() => shown.scrollIntoView({ block: 'center' }))
  const stop = () => {
    observer.disconnect()
    for (const gesture of gestures) removeEventListener(gesture, stop, true)
  }
  observer.observe(panel)
  for (const gesture of gestures) addEventListener(gesture, stop, { capture: true, passive: true })
  return stop
}

/** Whoever is led to a field by a click sees where it is, also where it is a checkbox. */
const inSight: FocusOptions & { readonly focusVisible: boolean } = { preventScroll: true, focusVisible: true }

/**
 * Leads the keyboard to the field at a path; where a form has no such field, to the form's heading. Returns how to stop
 * holding it in sight.
 */
export function focusField(panel: Element, path: Path, thing: Path): () => void {
  const row = path.length > thing.length ? rowOf(panel, path) : undefined
  // The button that resets a field stands before it.
  const control = row?.querySelector<HTMLElement>(fields) ?? row?.querySelector<HTMLElement>(controls)
  const target = control ?? panel.querySelector<HTMLElement>('h2')
  target?.focus(inSight)
  if (target && row) selectText(target, path.slice(fromPointer(row.dataset['path'] ?? '').length))
  const shown = row ?? target
  if (!shown) return () => undefined
  shown.dispatchEvent(new Event(leadsTo, { bubbles: true }))
  shown.scrollIntoView({ block: 'center' })
  return holdInSight(panel, shown)
}
