/** The part of the canvas that is seen: commands move it from anywhere, so the open canvas hands in its instance. */
import type { ReactFlowInstance } from '@xyflow/react'

type View = Pick<
  ReactFlowInstance,
  'fitView' | 'zoomIn' | 'zoomOut' | 'zoomTo' | 'setViewport' | 'getNodes' | 'getZoom' | 'setCenter'
>
let view: View | undefined

export const setView = (value: View | undefined): void => {
  view = value
}

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const motion = () => ({ duration: still() ? 0 : 220 })

export const fitAll = (): void => void view?.fitView({ padding: 0.08, maxZoom: 1, ...motion() })
export const zoomBy = (isIn: boolean): void => void (isIn ? view?.zoomIn(motion()) : view?.zoomOut(motion()))
export const zoomToFull = (): void => void view?.zoomTo(1, motion())

/** Fits some nodes into the canvas. */
export function fitNodes(ids: readonly string[]): void {
  if (ids.length > 0)
    void view?.fitView({ nodes: ids.map((id) => ({ id })), padding: 0.25, maxZoom: 1.1, ...motion() })
}

/** Brings a node into the middle, no smaller than it can be read. */
export function showNode(id: string): void {
  const node = view?.getNodes().find((one) => one.id === id)
  if (!view || !node) return
  const { width = 250, height = 82 } = node
  void view.setCenter(node.position.x + width / 2, node.position.y + height / 2, {
    zoom: Math.max(view.getZoom(), 0.8),
    ...motion(),
  })
}

/** What is shown first: all of it where that can be read, else the upper end at a size that can. */
export function showFirst(canvas: { readonly width: number; readonly height: number }): void {
  const nodes = view?.getNodes() ?? []
  if (!view || nodes.length === 0) return
  const left = Math.min(...nodes.map(({ position }) => position.x))
  const right = Math.max(...nodes.map(({ position, width = 250 }) => position.x + width))
  const top = Math.min(...nodes.map(({ position }) => position.y))
  const bottom = Math.max(...nodes.map(({ position, height = 82 }) => position.y + height))
  const toFit = Math.min((canvas.width * 0.9) / (right - left), (canvas.height * 0.88) / (bottom - top))
  if (toFit >= 0.45) {
    void view.fitView({ padding: 0.08, maxZoom: 1 })
    return
  }
  const zoom = Math.min(1, (canvas.width * 0.92) / (right - left))
  const rest = canvas.height - (bottom - top) * zoom
  void view.setViewport({
    x: canvas.width * 0.04 - left * zoom,
    y: (rest > 80 ? rest / 2 : 40) - top * zoom,
    zoom,
  })
}
