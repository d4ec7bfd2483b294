/** The part of the canvas that is seen: commands move it from anywhere, so the open canvas hands in its instance. */
import type { Node, ReactFlowInstance, Viewport } from '@xyflow/react'
import type { Place } from '#core/model/document.ts'
import { nodeId } from '#things/behavior-rows.ts'
import type { CanvasNode } from '#things/project.ts'

type Instance = Pick<
  ReactFlowInstance,
  'fitView' | 'zoomIn' | 'zoomOut' | 'zoomTo' | 'setViewport' | 'getViewport' | 'getNodes' | 'getInternalNode'
>
interface View extends Instance {
  /** The size of the canvas on the screen. */
  readonly size: () => { readonly width: number; readonly height: number }
}
let view: View | undefined

export const setView = (value: View | undefined): void => {
  view = value
}

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const motion = () => ({ duration: still() ? 0 : 220 })

/** The place of the design at a point of the screen, or a little before the middle of what is seen. */
export function placeAt(point?: { readonly x: number; readonly y: number }): { x: number; y: number } {
  if (!view) return { x: 0, y: 0 }
  const { x, y, zoom } = view.getViewport()
  const { width, height } = view.size()
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect()
  const on =
    point && pane ? { x: point.x - pane.x, y: point.y - pane.y } : { x: width * 0.4, y: height * 0.4 }
  return { x: Math.round((on.x - x) / zoom), y: Math.round((on.y - y) / zoom) }
}

export const fitAll = (): void => void view?.fitView({ padding: 0.06, maxZoom: 1, ...motion() })
export const zoomBy = (isIn: boolean): void => void (isIn ? view?.zoomIn(motion()) : view?.zoomOut(motion()))
export const zoomToFull = (): void => void view?.zoomTo(1, motion())

/** Fits some nodes into the canvas. */
export function fitNodes(ids: readonly string[]): void {
  if (ids.length > 0)
    void view?.fitView({ nodes: ids.map((id) => ({ id })), padding: 0.2, maxZoom: 1.1, ...motion() })
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A node as it was given; all nodes are copied by whoever asks for a list of them. */
const nodeOf = (id: string) => view?.getInternalNode(id)?.internals.userNode

/** Where a node stands now: the drawing may have become another since a menu was opened at it. */
export const positionOf = (id: string) => nodeOf(id)?.position

/** A place as it is written down: beside the head of the distribution that it belongs to, wherever that goes. */
export function placeBeside(
  { owner, kind }: Pick<CanvasNode, 'owner' | 'kind'>,
  { x, y }: { readonly x: number; readonly y: number },
): Omit<Place, 'pinned'> {
  const head = kind === 'distribution' ? undefined : positionOf(nodeId(owner, 'distribution', ''))
  return {
    x: Math.round(x),
    y: Math.round(y),
    ...(head && { beside: { x: Math.round(head.x), y: Math.round(head.y) } }),
  }
}

type Placed = Pick<Node, 'position' | 'width' | 'height'>

/** The box around nodes; undefined where there are none. */
export function boxAround(nodes: readonly Placed[]): Box | undefined {
  if (nodes.length === 0) return undefined
  return {
    left: Math.min(...nodes.map(({ position }) => position.x)),
    top: Math.min(...nodes.map(({ position }) => position.y)),
    right: Math.max(...nodes.map(({ position, width = 0 }) => position.x + width)),
    bottom: Math.max(...nodes.map(({ position, height = 0 }) => position.y + height)),
  }
}

/** The box around nodes of the canvas, or around all; undefined where there are none. */
function boxOf(ids: Iterable<string> | undefined): Box | undefined {
  const nodes = ids === undefined ? (view?.getNodes() ?? []) : [...ids].flatMap((id) => nodeOf(id) ?? [])
  return boxAround(nodes)
}

/** Free space around what is shown first, px of the screen. */
const edge = 14
/** Free space around what is brought into sight. */
const rim = 22

/** How far a line must be moved so that it lies within another; where it is longer, its beginning does. */
export function least(begin: number, end: number, size: number): number {
  // What stands whole where it was shown first, give or take the roundings of a zoom, is in sight and is not moved.
  if (begin >= edge - 1 && end <= size - edge + 1) return 0
  if (begin < edge - 1) return rim - begin
  // Its beginning may be where it was shown first, nearer to the edge; it goes no further in for an end that has no room.
  return Math.max(size - rim - end, Math.min(0, rim - begin))
}

/** True where some of a node's box is on the screen. */
const isSeen = ({ left, top, right, bottom }: Box): boolean => {
  if (!view) return false
  const { x, y, zoom } = view.getViewport()
  const { width, height } = view.size()
  return left * zoom + x < width && right * zoom + x > 0 && top * zoom + y < height && bottom * zoom + y > 0
}

/** True where one of the nodes is on the screen; where there are none, nothing is missed. */
export function seesOneOf(ids: Iterable<string>): boolean {
  let isNone = true
  for (const id of ids) {
    const box = boxOf([id])
    if (box && isSeen(box)) return true
    isNone &&= box === undefined
  }
  return isNone
}

/**
 * Brings nodes into sight by the least movement. At a zoom at which all of them fit, if they do not at the present one
 * and it can still be read.
 */
export function reveal(ids: Iterable<string>): void {
  const box = boxOf(ids)
  if (!view || !box) return
  const { x, y, zoom } = view.getViewport()
  const { width, height } = view.size()
  if (width === 0 || height === 0) return
  const toFit = Math.min(
    (width - 2 * rim) / (box.right - box.left),
    (height - 2 * rim) / (box.bottom - box.top),
  )
  const next = toFit >= zoom ? zoom : Math.max(toFit, Math.min(zoom, readable))
  // The middle of the canvas stays where it is when the zoom changes.
  const [middleX, middleY] = [(width / 2 - x) / zoom, (height / 2 - y) / zoom]
  const [nextX, nextY] = [width / 2 - middleX * next, height / 2 - middleY * next]
  const [dx, dy] = [
    least(box.left * next + nextX, box.right * next + nextX, width),
    least(box.top * next + nextY, box.bottom * next + nextY, height),
  ]
  if (next === zoom && dx === 0 && dy === 0) return
  void view.setViewport({ x: nextX + dx, y: nextY + dy, zoom: next }, motion())
}

/** Brings a node into sight, no smaller than it can be read. */
export function showNode(id: string): void {
  if (view && view.getViewport().zoom < readable) fitNodes([id])
  else reveal([id])
}

/** True where words are drawn smaller than they can be read. */
export const isTiny = (): boolean => view !== undefined && view.getViewport().zoom < 0.5

/** As far as a whole design may be zoomed out to be shown first: its rows can be read. */
const readable = 0.8
const overview = 66

interface Size {
  readonly width: number
  readonly height: number
}

/** The width for a design; the overview in the corner stands beside it, where there will be one. */
function roomFor({ top, bottom }: Box, { width, height }: Size): number {
  const isLong = bottom - top > height - 2 * edge
  return width - 2 * edge - (isLong && width > 480 ? overview : 0)
}

/** What is shown first: the upper end and the whole width, no smaller than it can be read. Nothing is centered away. */
export function firstViewport(box: Box | undefined, size: Size): Viewport {
  if (!box) return { x: 0, y: 0, zoom: 1 }
  const { height } = size
  const room = roomFor(box, size)
  const wide = room / (box.right - box.left)
  const high = (height - 2 * edge) / (box.bottom - box.top)
  // A little smaller, where all of it is in sight then.
  const zoom = Math.min(1, Math.max(Math.min(wide, high), Math.min(wide, 0.86)))
  const rest = room - (box.right - box.left) * zoom
  const x = edge + Math.max(0, rest / 2) - box.left * zoom
  return { x, y: edge - box.top * zoom, zoom }
}

/** Shows what is shown first. */
export function showFirst(isGentle = false): void {
  const box = boxOf(undefined)
  if (!view || !box) return
  void view.setViewport(firstViewport(box, view.size()), isGentle ? motion() : {})
}

/** Takes the whole width anew after the canvas changed its size, at the same place of the design's height. */
export function keepPlace(): void {
  const box = boxOf(undefined)
  if (!view || !box) return
  const { y, zoom } = view.getViewport()
  const room = roomFor(box, view.size())
  const wide = Math.min(1, room / (box.right - box.left))
  const rest = room - (box.right - box.left) * wide
  const x = edge + Math.max(0, rest / 2) - box.left * wide
  // What stands at the upper edge stays there: the edge is none of the drawing's and is not scaled with it.
  const top = (edge - y) / zoom
  void view.setViewport({ x, y: edge - top * wide, zoom: wide })
}
