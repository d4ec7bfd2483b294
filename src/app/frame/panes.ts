/** The panes of the window in the order of the page, and which of them has the focus. */
import { type PaneId, useFrame } from '#state/frame.ts'

const panes = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)

const paneOf = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-pane]') ?? null

/** Where the focus was in each pane when it was left. */
const left = new WeakMap<HTMLElement, HTMLElement>()

/** Goes round the panes: to where the focus was in the next one, else to the pane itself, from which Tab goes in. */
export function goRound(by: 1 | -1): void {
  const all = panes()
  const from = paneOf(document.activeElement)
  if (from && document.activeElement instanceof HTMLElement) left.set(from, document.activeElement)
  const at = from ? all.indexOf(from) : by === 1 ? -1 : 0
  const to = all[(at + by + all.length) % all.length]
  if (!to) return
  const before = left.get(to)
  const target = before?.isConnected && to.contains(before) ? before : to
  target.focus({ preventScroll: target === to })
}

const ids: readonly string[] = ['left', 'canvas', 'work', 'right'] satisfies readonly PaneId[]
const isPane = (id: string | undefined): id is PaneId => id !== undefined && ids.includes(id)

/** Gives the window to the pane that has the focus, else to the work of the mode; or back to all of them. */
export function toggleMaximised(): void {
  const { maximised } = useFrame.getState()
  const focused = paneOf(document.activeElement)?.dataset['pane']
  const work = document.querySelector('[data-pane="work"]') ? 'work' : 'canvas'
  useFrame.setState({ maximised: maximised ? undefined : isPane(focused) ? focused : work })
}
