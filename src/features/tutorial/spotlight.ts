/** Finds what a step speaks of in the page, puts a ring around it, and leads the keyboard there. */
import type { Part, Place, Pointer, Step } from '#core/gallery/tutorial.ts'
import { fromPointer, isWithin, type Path, toPointer } from '#core/model/path.ts'
import { currentDocument } from '#state/design.ts'
import { type PanelId, select, showPanel } from '#state/session.ts'
import { project } from '#things/project.ts'
import { thingAt } from '#things/thing.ts'

/** Views of the trace, by what their tabs say. */
const views = { clock: 'Caches', origins: 'Origins' } as const
/** What is known by its words alone. */
const named = {
  problems: { among: '[aria-label="Beside the drawing"] [role="tab"]', words: 'Problems' },
  export: { among: 'header button', words: 'Export' },
} as const

const inRequest = 'form[aria-label="Request"]'
const parts: Readonly<Record<Exclude<Part, keyof typeof views | keyof typeof named>, string>> = {
  url: `${inRequest} input[aria-label="URL or path"]`,
  signature: `${inRequest} details`,
  headers: `${inRequest} details`,
  distribution: `${inRequest} select[aria-label="Distribution"]`,
  palette: '[aria-label="Palette"] input',
}

const find = (selector: string): HTMLElement | undefined =>
  document.querySelector<HTMLElement>(selector) ?? undefined

const byWords = (among: string, words: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(among)].find(({ textContent }) => textContent.startsWith(words))

const nodeAt = (id: string) => find(`.react-flow__node[data-id="${CSS.escape(id)}"]`)

/** The node of a thing, else its entry in the outline. */
function thingElement(path: Path): HTMLElement | undefined {
  const { nodes } = project(currentDocument())
  const node = nodes.find((one) => one.kind !== 'viewer' && toPointer(one.path) === toPointer(path))
  return (node && nodeAt(node.id)) ?? find(`[data-thing="${CSS.escape(toPointer(path))}"]`)
}

/** The row of a field in the settings, the most exact first; the thing where the settings show something else. */
function fieldElement(path: Path): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-path]')].map((row) => ({
    row,
    at: fromPointer(row.dataset['path'] ?? ''),
  }))
  const holding = rows.filter(({ at }) => isWithin(path, at)).toSorted((a, b) => b.at.length - a.at.length)
  const thing = thingAt(currentDocument(), path)
  return holding[0]?.row ?? (thing && thingElement(thing.path))
}

/** What a pointer points at, where it is on the page now. */
export function elementAt(at: Pointer): HTMLElement | undefined {
  if ('node' in at) return nodeAt(at.node)
  if ('thing' in at) return thingElement(at.thing)
  if ('field' in at) return fieldElement(at.field)
  if ('stage' in at) return find(`[data-stage="${CSS.escape(at.stage)}"]`)
  const { part } = at
  if (part === 'clock' || part === 'origins')
    return byWords('[aria-label="Views of the trace"] [role="tab"]', views[part])
  if (part === 'problems' || part === 'export') return byWords(named[part].among, named[part].words)
  return find(parts[part])
}

/** Keeps the ring around it while the page is drawn anew; returns how to take it away. */
export function spotlight(at: Pointer): () => void {
  let lit: HTMLElement | undefined
  let frame = 0
  const light = () => {
    frame = 0
    const element = elementAt(at)
    if (element === lit && lit?.isConnected !== false) return
    delete lit?.dataset['spotlight']
    lit = element
    if (lit) lit.dataset['spotlight'] = ''
  }
  const watch = new MutationObserver(() => {
    if (frame === 0) frame = requestAnimationFrame(light)
  })
  watch.observe(document.body, { childList: true, subtree: true })
  light()
  return () => {
    watch.disconnect()
    cancelAnimationFrame(frame)
    delete lit?.dataset['spotlight']
  }
}

const panelOf: Readonly<Record<Place, PanelId | undefined>> = {
  drawing: undefined,
  trace: 'trace',
  functions: 'functions',
  source: 'source',
  problems: undefined,
}

/** Shows the place where a step is done. */
export const showPlaceOf = ({ place }: Pick<Step, 'place'>): void => showPanel(panelOf[place])

const controls = 'input, select, textarea, summary, button, a[href]'

/** Leads the keyboard to what a step speaks of, once it is drawn. */
export function leadTo(step: Step): void {
  showPlaceOf(step)
  const { at } = step
  if (!at) return
  const thing = 'field' in at ? thingAt(currentDocument(), at.field) : undefined
  if (thing && 'field' in at) {
    select(thing.path, at.field)
    return
  }
  let tries = 0
  const lead = () => {
    const element = elementAt(at)
    tries += 1
    if (!element && tries < 60) {
      requestAnimationFrame(lead)
      return
    }
    const control = element?.matches(`${controls}, [tabindex]`)
      ? element
      : element?.querySelector<HTMLElement>(controls)
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    control?.focus({ preventScroll: true })
  }
  lead()
}
