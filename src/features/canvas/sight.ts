/**
 * Which nodes are in sight, or near it. The others are empty boxes that keep their names: with hundreds of nodes, what
 * nobody sees costs most of a frame. Only a move by a quarter of the canvas makes anything of React's be drawn again.
 */
import { useSyncExternalStore } from 'react'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The canvas as React Flow's store has it: its size on the screen, and how the design is moved and scaled onto it. */
export interface View {
  readonly transform: readonly [x: number, y: number, zoom: number]
  readonly width: number
  readonly height: number
}

/**
 * How far around the canvas nodes are drawn, in parts of its size. What is drawn and not seen is sorted into layers at each
 * frame all the same.
 */
const margin = 0.25

let near: Box | undefined
const listeners = new Set<() => void>()

/** The part of the design that a canvas shows. */
const seen = ({ transform: [x, y, zoom], width, height }: View): Box => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
})

const around = ({ x, y, width, height }: Box): Box => ({
  x: x - width * margin,
  y: y - height * margin,
  width: width * (1 + 2 * margin),
  height: height * (1 + 2 * margin),
})

const contains = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height

/** True where two boxes have a part in common. */
export const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The region whose nodes are drawn for a view, or the last one as long as it serves. */
export function regionFor(view: View, last: Box | undefined): Box {
  const now = seen(view)
  // Far more than is seen costs as much as too little shows: zooming in narrows the region too.
  const isTooWide = last !== undefined && last.width > now.width * (1 + 2 * margin) * 1.6
  return last && !isTooWide && contains(last, now) ? last : around(now)
}

function setNear(region: Box): void {
  if (region === near) return
  near = region
  for (const listener of listeners) listener()
}

/** Follows the view of the canvas. */
export function look(view: View): void {
  if (view.width > 0 && view.height > 0) setNear(regionFor(view, near))
}

/** Draws for now only what is in sight, before the canvas is painted for the first time. */
export const lookOnlyAt = (view: View): void => setNear(seen(view))

/** Draws what is near, too. */
export const lookAround = (view: View): void => setNear(around(seen(view)))

export function subscribeRegion(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The part of the design of which everything is drawn. */
export const regionNear = (): Box | undefined => near
export const useRegion = (): Box | undefined => useSyncExternalStore(subscribeRegion, regionNear)

/** True as long as a box of the design is in sight or near it. */
export const isNear = (box: Box): boolean => near !== undefined && meet(near, box)
