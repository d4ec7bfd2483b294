/** The peer: React Flow as its documentation begins, with as many plain nodes and edges as Frontage draws. */
import { type Edge, type Node, ReactFlow, useNodesState } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { createRoot } from 'react-dom/client'

const asked = new URLSearchParams(location.search)
const [behaviors, origins] = [Number(asked.get('behaviors')), Number(asked.get('origins'))]
const view = { x: Number(asked.get('x')), y: Number(asked.get('y')), zoom: Number(asked.get('zoom')) }

const column = (id: string, count: number, x: number, row: number): Node[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${id}${index}`,
    position: { x, y: index * row },
    data: { label: `${id} ${index}` },
  }))
const first = [
  ...column('viewer', 1, 0, 62),
  ...column('site', 1, 165, 62),
  ...column('behavior', behaviors, 475, 62),
  ...column('origin', origins, 795, 104),
]
const edges: Edge[] = [
  { id: 'way', source: 'viewer0', target: 'site0' },
  ...Array.from({ length: behaviors }, (_, index) => [
    { id: `in${index}`, source: 'site0', target: `behavior${index}` },
    { id: `out${index}`, source: `behavior${index}`, target: `origin${index % origins}` },
  ]).flat(),
]

function Page() {
  const [nodes, , change] = useNodesState(first)
  return (
    <ReactFlow nodes={nodes} edges={edges} onNodesChange={change} defaultViewport={view} minZoom={0.05} />
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(<Page />)
