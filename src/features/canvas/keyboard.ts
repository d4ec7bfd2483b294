/** Keys on the canvas. Focus is selection: what the ring shows is what a key acts on. */
import type { FocusEvent, KeyboardEvent } from 'react'
import { isSelected } from '#commands/actions.ts'
import { pathsOf } from '#commands/folding.ts'
import { placeNode } from '#core/edits/resources.ts'
import { commit } from '#state/design.ts'
import {
  select,
  selectAll,
  selectEdge,
  setConnecting,
  speak,
  toggleSelected,
  useSession,
} from '#state/session.ts'
import type { CanvasNode, Projection } from '#things/project.ts'
import { stepConnection } from './connect-by-steps.ts'
import { placeBeside } from './view.ts'

export const idAround = (target: EventTarget | null, what: 'node' | 'edge'): string | undefined =>
  target instanceof Element ? target.closest<HTMLElement>(`.react-flow__${what}`)?.dataset['id'] : undefined

/** Selects what a node stands for; one thing shows its form. */
export function selectNode(node: CanvasNode): void {
  if (node.lane) selectAll(pathsOf(node))
  else select(node.path)
}

const isMarked = (node: CanvasNode): boolean => {
  const { marked } = useSession.getState()
  return pathsOf(node).every((path) => isSelected(marked, path))
}

let isPointerDown = false
if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', () => (isPointerDown = true), true)
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(end, () => setTimeout(() => (isPointerDown = false)), true)
}

/**
 * What gets the focus is selected, unless it is so already; by pointer the click decides. What a closing dialog gives the
 * focus back to is no choice of a person's.
 */
export function focusedIn({ target, relatedTarget }: FocusEvent, { byId }: Projection): void {
  if (isPointerDown || !(target instanceof Element) || !target.matches('[data-id]')) return
  if (isGivenBack(relatedTarget)) return
  if (useSession.getState().connecting !== undefined) return
  const edge = idAround(target, 'edge')
  if (edge !== undefined) {
    if (useSession.getState().edge === edge) return
    selectEdge(edge)
    speak(`${target.getAttribute('aria-label') ?? ''}.`)
    return
  }
  const node = byId.get(idAround(target, 'node') ?? '')
  if (node && !isMarked(node)) selectNode(node)
}

/** True where a dialog or menu that closes gives the focus back. */
const isGivenBack = (from: EventTarget | null): boolean =>
  !(from instanceof Element) || from.closest('[role="dialog"], [role="menu"]') !== null

const elementOf = (id: string | undefined, what: 'node' | 'edge'): HTMLElement | null =>
  id === undefined
    ? null
    : document.querySelector<HTMLElement>(`.react-flow__${what}[data-id="${CSS.escape(id)}"]`)

/** Leads the keyboard to a node; what gets the focus is selected. */
export const focusNode = (id: string | undefined): void =>
  elementOf(id, 'node')?.focus({ preventScroll: true })
const focusEdge = (id: string | undefined): void => elementOf(id, 'edge')?.focus({ preventScroll: true })

const isRow = ({ kind }: CanvasNode) => kind === 'behavior' || kind === 'lane'
export const rowsOf = ({ nodes }: Projection, owner: string): readonly CanvasNode[] =>
  nodes.filter((node) => node.owner === owner && isRow(node))

/** The row that a key leads to from another one; undefined where the key is of no list. */
function rowByKey(rows: readonly CanvasNode[], from: CanvasNode, key: string): CanvasNode | undefined {
  const at = rows.findIndex(({ id }) => id === from.id)
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: rows.length - 1,
  }
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  return step === undefined ? undefined : rows[Math.min(Math.max(step, 0), rows.length - 1)]
}

/** From a connection to its ends. */
function goFromEdge({ key, target }: KeyboardEvent, { edges }: Projection): boolean {
  const edge = edges.find(({ id }) => id === idAround(target, 'edge'))
  if (!edge || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false
  focusNode(key === 'ArrowLeft' ? edge.from : edge.to)
  return true
}

/** From a row to its connection or target, and to the head of its frame. */
function goAside(key: string, { edges }: Projection, row: CanvasNode): boolean {
  const leading = edges.find(({ from, is }) => from === row.id && is !== 'within')
  if (key === 'ArrowLeft') focusNode(edges.find(({ to, is }) => to === row.id && is === 'within')?.from)
  else if (key !== 'ArrowRight') return false
  else if (leading?.is === 'target') focusEdge(leading.id)
  else focusNode(leading?.to)
  return true
}

const steps: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-5, 0],
  ArrowRight: [5, 0],
  ArrowUp: [0, -5],
  ArrowDown: [0, 5],
}

/** Moves what can stand anywhere; presses that follow each other are one step of undo. */
function moveByKey({ key, shiftKey }: KeyboardEvent, node: CanvasNode): boolean {
  const { id, position } = node
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (!step) return false
  const [x, y] = step.map((way) => way * (shiftKey ? 4 : 1))
  commit({
    ...placeNode(id, placeBeside(node, { x: position.x + (x ?? 0), y: position.y + (y ?? 0) })),
    mergeKey: `arrows ${id}`,
  })
  return true
}

/** From row to row, to the connection of a row, from there to what it leads to, and back. True where a key did so. */
function goByKey(event: KeyboardEvent, projection: Projection, node: CanvasNode | undefined): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false
  if (!node) return goFromEdge(event, projection)
  if (!isRow(node)) return moveByKey(event, node)
  const to = rowByKey(rowsOf(projection, node.owner), node, event.key)
  if (!to) return goAside(event.key, projection, node)
  const { marked } = useSession.getState()
  if (event.shiftKey) selectAll([...marked, ...pathsOf(to).filter((path) => !isSelected(marked, path))])
  focusNode(to.id)
  return true
}

/** Keys of commands that act on what is selected: the focused node is, though Escape may have taken its selection. */
const actsOnThing = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  ['Delete', 'F2'].includes(key) ||
  (altKey && key.startsWith('Arrow')) ||
  (ctrlKey || metaKey ? ['c', 'x', 'd'].includes(key) : ['c', 'p', 'f', 'F'].includes(key))

/** Enter, Space and Escape on a node. False where they mean nothing here. */
function chooseByKey(event: KeyboardEvent, projection: Projection, node: CanvasNode): boolean {
  const isConnecting = useSession.getState().connecting !== undefined
  if (!['Enter', ' ', 'Escape'].includes(event.key)) return false
  // Enter on another node ends a connection that was begun; Escape would take the focus away too.
  if (isConnecting && event.key === 'Enter') stepConnection(projection, node, null)
  else if (isConnecting && event.key === 'Escape') setConnecting(undefined)
  else if (event.key === 'Escape') return false
  // The first press selects, as on any list; Enter on what is selected opens its form.
  else if (event.key === ' ' && event.ctrlKey) for (const path of pathsOf(node)) toggleSelected(path)
  else if (isSelected(useSession.getState().marked, node.path)) return false
  else selectNode(node)
  return true
}

/** A key that was pressed on the canvas, before anything else hears it. */
export function onKey(event: KeyboardEvent, projection: Projection): void {
  const { target } = event
  if (target instanceof Element && target.closest('button, input, [role="menu"]')) return
  const node = projection.byId.get(idAround(target, 'node') ?? '')
  if (node && actsOnThing(event) && !isMarked(node)) selectNode(node)
  if (!goByKey(event, projection, node) && !(node && chooseByKey(event, projection, node))) return
  event.preventDefault()
  event.stopPropagation()
}
