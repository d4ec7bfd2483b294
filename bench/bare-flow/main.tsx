/**
 * The peer: React Flow as its documentation begins, with a plain node wherever Frontage draws one, as large and with the
 * lines that it draws; the rows are children of the distribution, and so move with it. Which those are stands in local
 * storage, as a design does in ours.
 */
import { type Edge, type Node, Position, ReactFlow, useNodesState, type Viewport } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { createRoot } from 'react-dom/client'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The place of the node that this one moves with. */
  readonly parent?: number
}
const { boxes, lines, view }: { boxes: Box[]; lines: [from: number, to: number][]; view: Viewport } =
  JSON.parse(localStorage.getItem('drawing') ?? '{"boxes":[],"lines":[],"view":{"x":0,"y":0,"zoom":1}}')

const within = (parent: number | undefined) => boxes[parent ?? -1] ?? { x: 0, y: 0 }
const first: Node[] = boxes.map(({ x, y, width, height, parent }, index) => ({
  id: String(index),
  position: { x: x - within(parent).x, y: y - within(parent).y },
  ...(parent !== undefined && { parentId: String(parent) }),
  width,
  height,
  sourcePosition: Position.Right,
  targetPosition: Position.Left,
  data: { label: `node ${index}` },
}))
const edges: Edge[] = lines.map(([from, to], index) => ({
  id: String(index),
  source: String(from),
  target: String(to),
}))

function Page() {
  const [nodes, , change] = useNodesState(first)
  return (
    <ReactFlow nodes={nodes} edges={edges} onNodesChange={change} defaultViewport={view} minZoom={0.05} />
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(<Page />)
