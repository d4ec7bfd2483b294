/**
 * The address of the page: the design, the mode and what is selected, behind the “#”, so that back, forward, reload and
 * a bookmark work wherever the page is served from. `#/<design>/<place>/<pointer>`, where a place is a panel, and with
 * a dot the view within it.
 */
import { emptyDesign } from '#core/model/document.ts'
import { fromPointer, type Path, toPointer, valueAt } from '#core/model/path.ts'
import { currentDocument, openDesign, useDesign } from '#state/design.ts'
import { openSaved } from '#state/library.ts'
import { announce, type PanelId, select, showPanel, showView, useSession } from '#state/session.ts'
import { openShared } from '#state/share.ts'
import { entryOf, panels } from './panels.ts'

export interface Address {
  readonly id: string
  readonly panel: PanelId | undefined
  /** Of the panel, where it is not its first one. */
  readonly view?: string
  readonly selection: Path | undefined
}

const drawing = 'design'

const encoded = (pointer: string): string => pointer.split('/').map(encodeURIComponent).join('/')

/** The fragment of an address; the start page has none. */
export const addressText = ({ id, panel, view, selection }: Address): string => {
  if (id === '') return ''
  const place = panel && view !== undefined ? `${panel}.${view}` : (panel ?? drawing)
  return `#/${encodeURIComponent(id)}/${place}${encoded(toPointer(selection ?? []))}`
}

/** What a fragment says; undefined where it is no address of ours. */
export function readAddress(fragment: string): Address | undefined {
  const [, id, place, view, pointer] = /^#\/([^/]+)\/([^/.]+)(?:\.([a-z]+))?(\/.*)?$/.exec(fragment) ?? []
  if (id === undefined || place === undefined) return undefined
  try {
    const path = fromPointer((pointer ?? '').split('/').map(decodeURIComponent).join('/'))
    return {
      id: decodeURIComponent(id),
      panel: panels.find((panel) => panel.id === place)?.id,
      ...(view !== undefined && { view }),
      selection: path.length > 0 ? path : undefined,
    }
  } catch {
    // A “%” that encodes nothing: typed by hand or cut off.
    return undefined
  }
}

/** Shows what an address says of the design that is open. */
export function showPlace({ panel, view, selection }: Address): void {
  showPanel(panel)
  if (panel) showView(panel, view)
  select(selection && valueAt(currentDocument(), selection) !== undefined ? selection : undefined)
}

const here = (): Address => {
  const { panel, views, selection } = useSession.getState()
  const view = panel && views[panel]
  return { id: useDesign.getState().id, panel, ...(view !== undefined && { view }), selection }
}

/** Opens the design of an address where another one is open. */
async function goTo(address: Address | undefined): Promise<void> {
  const { id } = useDesign.getState()
  if (!address) {
    if (id !== '') openDesign('', 'Untitled design', emptyDesign)
    return
  }
  if (address.id !== id && !(await openSaved(address.id))) return
  showPlace(address)
}

/** A place is a step of the way back; what is selected within it is not, unless something led there. */
const isStep = (now: Address, before: Address, isLed: boolean): boolean =>
  now.id !== before.id || entryOf(now.panel)?.mode !== entryOf(before.panel)?.mode || isLed

/** Keeps the address of the page, and follows it where the browser goes back and forward; returns how to stop. */
export function watchAddress(): () => void {
  let last = here()
  let { focus } = useSession.getState()
  let isFollowing = false
  let isDue = false
  const write = () => {
    isDue = false
    const now = here()
    const session = useSession.getState()
    const isLed = session.focus !== undefined && session.focus !== focus && now.selection !== last.selection
    focus = session.focus
    const text = addressText(now)
    const step = !isFollowing && isStep(now, last, isLed)
    last = now
    if (text === location.hash) return
    const to = text === '' ? location.pathname + location.search : text
    if (step) history.pushState(undefined, '', to)
    else history.replaceState(undefined, '', to)
  }
  // A design that is opened changes several things at once.
  const later = () => {
    if (isDue || isFollowing) return
    isDue = true
    queueMicrotask(write)
  }
  const follow = async () => {
    if (location.hash.startsWith('#design=')) {
      const shared = await openShared(location.hash)
      if (shared && !shared.ok) announce(shared.error)
      return
    }
    isFollowing = true
    try {
      await goTo(readAddress(location.hash))
    } finally {
      write()
      isFollowing = false
    }
  }
  const onPop = () => void follow()
  window.addEventListener('popstate', onPop)
  const stops = [useDesign.subscribe(later), useSession.subscribe(later)]
  write()
  return () => {
    window.removeEventListener('popstate', onPop)
    for (const stop of stops) stop()
  }
}
