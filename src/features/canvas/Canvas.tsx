import {
  applyNodeChanges,
  Background,
  type Connection,
  Controls,
  type Edge,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react'
import './flow.css'
import { type DragEvent, useCallback, useEffect, useMemo, useState } from 'react'
import { moveBehavior } from '#core/edits/behaviors.ts'
import { placeNode, removeResource } from '#core/edits/resources.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { removeAt } from '#core/model/edit.ts'
import { isSamePath } from '#core/model/path.ts'
import type { Problem } from '#core/rules/run.ts'
import { type CanvasNode, project } from '#nodes/project.ts'
import { nodeOfPath, thingAt } from '#nodes/thing.ts'
import { commit, currentDocument, useDesign, useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { announce, select, useSession } from '#state/session.ts'
import { useTrace } from '#state/trace.ts'
import styles from './canvas.module.css'
import { connect, refusal } from './connections.ts'
import { type DesignFlowNode, DesignNode } from './DesignNode.tsx'
import { litNodes } from './lit.ts'
import { insertFromPalette, paletteMime } from './palette-items.ts'

const nodeTypes = { design: DesignNode }

function problemCounts(document: DesignDocument, problems: readonly Problem[]) {
  const counts = new Map<string, { errors: number; warnings: number }>()
  for (const { path, severity } of problems) {
    const node = nodeOfPath(document, path)
    if (node === undefined || severity === 'info') continue
    const count = counts.get(node) ?? { errors: 0, warnings: 0 }
    counts.set(
      node,
      severity === 'error'
        ? { ...count, errors: count.errors + 1 }
        : { ...count, warnings: count.warnings + 1 },
    )
  }
  return counts
}

/** The precedence that a dragged behavior has where it was dropped. */
function droppedOrder(nodes: readonly DesignFlowNode[], dropped: DesignFlowNode): number | undefined {
  const { node } = dropped.data
  if (node.kind !== 'behavior' || node.order === undefined) return undefined
  const others = nodes.filter(
    ({ id, data }) => id !== dropped.id && data.node.owner === node.owner && data.node.order !== undefined,
  )
  return others.filter(({ position }) => position.y < dropped.position.y).length
}

function remove(node: CanvasNode): void {
  const thing = thingAt(currentDocument(), node.path)
  if (!thing?.isRemovable || node.kind === 'viewer') return
  const isResource = thing.path.length === 3
  commit(isResource ? removeResource(thing.owner) : removeAt(thing.path, `Remove “${thing.title}”`))
  select(undefined)
  announce(`“${thing.title}” was removed; undo brings it back.`)
}

function move(node: CanvasNode, by: number): void {
  if (node.order === undefined) return
  const from = node.order - 1
  const edit = moveBehavior(currentDocument(), node.owner, from, from + by)
  if (!edit) return
  commit(edit)
  select([...node.path.slice(0, -1), from + by])
  announce(edit.label)
}

function Flow() {
  const document = useDocument()
  const designId = useDesign(({ id }) => id)
  const selection = useSession((session) => session.selection)
  const problems = useProblems((state) => state.problems)
  const traced = useTrace((state) => state.traced[0])
  const traceOwner = useTrace((state) => state.distribution)
  const flow = useReactFlow()
  const projection = useMemo(() => project(document), [document])
  const selected = thingAt(document, selection)?.node
  const lit = useMemo(() => litNodes(document, traceOwner, traced?.result), [document, traceOwner, traced])

  const derived = useMemo(() => {
    const counts = problemCounts(document, problems)
    return projection.nodes.map(
      (node): DesignFlowNode => ({
        id: node.id,
        type: 'design',
        position: node.position,
        selected: node.id === selected,
        ariaLabel: node.id,
        data: { node, isLit: lit.has(node.id), ...(counts.get(node.id) ?? { errors: 0, warnings: 0 }) },
      }),
    )
  }, [document, projection, problems, selected, lit])
  const [nodes, setNodes] = useState(derived)
  useEffect(() => {
    // Sizes that React Flow has measured stay with their nodes.
    setNodes((before) => derived.map((node) => ({ ...before.find(({ id }) => id === node.id), ...node })))
  }, [derived])

  const edges = useMemo(
    () =>
      projection.edges.map(
        ({ id, from, to }): Edge => ({
          id,
          source: from,
          target: to,
          animated: lit.has(from) && lit.has(to),
          style: {
            stroke: lit.has(from) && lit.has(to) ? 'var(--good)' : 'var(--line-strong)',
            strokeWidth: 1.5,
          },
          focusable: false,
        }),
      ),
    [projection, lit],
  )
  const nodeById = useCallback(
    (id: string | null) => projection.nodes.find((node) => node.id === id),
    [projection],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is fitted when another design is opened, not at each edit
  useEffect(() => {
    const timer = setTimeout(() => void flow.fitView({ padding: 0.12, maxZoom: 1 }), 60)
    return () => clearTimeout(timer)
  }, [designId, flow])

  const onNodesChange = useCallback((changes: NodeChange<DesignFlowNode>[]) => {
    for (const change of changes)
      if (change.type === 'select' && change.selected) {
        const node = project(currentDocument()).nodes.find(({ id }) => id === change.id)
        const current = useSession.getState().selection
        if (node && !(current && isSamePath(current, node.path))) select(node.path)
      }
    setNodes((current) =>
      applyNodeChanges(
        changes.filter(({ type }) => type !== 'remove'),
        current,
      ),
    )
  }, [])

  const onConnect = ({ source, target }: Connection) => {
    const [from, to] = [nodeById(source), nodeById(target)]
    const edit = from && to && connect(document, from, to)
    if (edit) {
      commit(edit)
      announce(edit.label)
    } else announce(refusal(from, to) ?? '')
  }

  const onDrop = (event: DragEvent) => {
    const item = event.dataTransfer.getData(paletteMime)
    if (item === '') return
    event.preventDefault()
    event.stopPropagation()
    insertFromPalette(item)
  }

  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onConnect={onConnect}
      isValidConnection={({ source, target }) => refusal(nodeById(source), nodeById(target)) === undefined}
      onNodeDragStop={(_, dropped) => {
        const { node } = dropped.data
        const order = droppedOrder(nodes, dropped)
        const edit =
          order === undefined ? undefined : moveBehavior(document, node.owner, (node.order ?? 1) - 1, order)
        if (edit) {
          commit(edit)
          announce(edit.label)
        } else if (node.kind === 'behavior') setNodes(derived)
        else
          commit(
            placeNode(dropped.id, { x: Math.round(dropped.position.x), y: Math.round(dropped.position.y) }),
          )
      }}
      onPaneClick={() => select(undefined)}
      onKeyDown={(event) => {
        const node = nodeById(selected ?? null)
        if (!node || (event.target as HTMLElement).closest('input, textarea, select')) return
        if (event.key === 'Delete' || event.key === 'Backspace') remove(node)
        else if (event.altKey && event.key === 'ArrowUp') move(node, -1)
        else if (event.altKey && event.key === 'ArrowDown') move(node, 1)
        else return
        event.preventDefault()
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(paletteMime)) event.preventDefault()
      }}
      onDrop={onDrop}
      deleteKeyCode={null}
      minZoom={0.15}
      maxZoom={2}
      fitView
      fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
    >
      <Background color="var(--line)" gap={22} />
      <Controls showInteractive={false} />
      <MiniMap
        style={{ width: 130, height: 84 }}
        pannable
        zoomable
        nodeColor="var(--line-strong)"
        maskColor="color-mix(in oklab, var(--sunken), transparent 30%)"
        bgColor="var(--surface)"
      />
    </ReactFlow>
  )
}

/** The drawing of the design: columns of viewers, distribution, behaviors in precedence, groups and origins. */
export function Canvas() {
  return (
    <main className={styles['canvas']} aria-label="Canvas">
      <ReactFlowProvider>
        <Flow />
      </ReactFlowProvider>
    </main>
  )
}
