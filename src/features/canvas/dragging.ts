/**
 * Where the nodes are while some of them are dragged. No state of the canvas: each frame of a drag moves what is dragged
 * and what hangs on it, and draws nothing else again.
 */
import { useSyncExternalStore } from 'react'
import type { DesignFlowNode } from './node/data.ts'

let dragged: readonly DesignFlowNode[] | undefined
const listeners = new Set<() => void>()

export function setDragged(nodes: readonly DesignFlowNode[] | undefined): void {
  if (nodes === dragged) return
  dragged = nodes
  for (const listener of listeners) listener()
}

export const isDragged = (): boolean => dragged !== undefined

export function subscribeDragged(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The nodes of the drawing as they are dragged now, else as they were given. */
export const useWhereDragged = (nodes: readonly DesignFlowNode[]): readonly DesignFlowNode[] =>
  useSyncExternalStore(subscribeDragged, () => dragged) ?? nodes
