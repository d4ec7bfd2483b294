import { useStore, ViewportPortal } from '@xyflow/react'
import { type CanvasNode, heights, type Projection } from '#things/project.ts'
import { useWhereDragged } from './dragging.ts'
import styles from './frames.module.css'
import type { DesignFlowNode } from './node/data.ts'

/** Below this zoom the words of rows are smaller than letters can be. */
export const farthest = 0.36
/** The height of a line of a label, and of its letters, px of the screen. */
const [line, letters] = [18, 12.5]
/** The width that a label may take, px of the screen. */
const room = 150

/** What several names begin with, cut where the next of them differs. */
export function sharedStart(names: readonly string[]): string {
  const [first = '', ...others] = names
  let length = first.length
  for (const name of others) while (!name.startsWith(first.slice(0, length))) length -= 1
  return first.slice(0, length)
}

/** Rows that follow each other in one line: their places, and what their patterns have in common. */
function wordsOf(rows: readonly DesignFlowNode[]): string {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return ''
  const orders = rows.flatMap(({ data }) => data.node.order ?? data.node.lane?.behaviors[0]?.order ?? [])
  const titles = rows.flatMap(({ data }) =>
    data.node.order === undefined && rows.length > 1 ? [] : data.summary.title,
  )
  if (titles.length < 2) return `${orders[0] ?? ''} ${titles[0] ?? first.data.summary.title}`.trim()
  const start = sharedStart(titles)
  return `${orders[0]}–${orders.at(-1)}  ${start.length > 1 ? `${start}…` : `${titles[0]} … ${titles.at(-1)}`}`
}

interface Label {
  readonly id: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

/** As many things of a column in one label as there is room for on the screen. */
function labelsOf(column: readonly DesignFlowNode[], pitch: number, zoom: number): Label[] {
  const size = Math.max(1, Math.ceil(line / (pitch * zoom)))
  const labels: Label[] = []
  for (let at = 0; at < column.length; at += size) {
    const some = column.slice(at, at + size)
    const [first] = some
    if (!first) continue
    const text =
      first.data.node.kind === 'origin' || first.data.node.kind === 'group'
        ? `${first.data.summary.title}${some.length > 1 ? ` +${some.length - 1}` : ''}`
        : wordsOf(some)
    labels.push({ id: first.id, text, ...first.position, width: first.width ?? 0 })
  }
  return labels
}

const isRow = ({ kind }: CanvasNode) => kind === 'behavior' || kind === 'lane'

/** From afar: names in letters of a fixed size on the screen, as many things together as fit into a line. */
export function Labels({
  projection,
  nodes: placed,
}: {
  readonly projection: Projection
  readonly nodes: readonly DesignFlowNode[]
}) {
  const nodes = useWhereDragged(placed)
  // In steps, so that a zoom does not draw them anew at each frame.
  const zoom = useStore(({ transform: [, , now] }) =>
    now >= farthest ? 0 : 2 ** (Math.round(Math.log2(now) * 4) / 4),
  )
  if (zoom === 0) return null
  const labels = projection.frames.flatMap(({ owner, x }) => {
    const own = nodes.filter(({ data }) => data.node.owner === owner)
    const column = (kind: string) =>
      own.filter(({ data }) => data.node.kind === kind).toSorted((a, b) => a.position.y - b.position.y)
    return [
      ...labelsOf(column('distribution'), 1000, zoom),
      ...labelsOf(
        own.filter(({ data }) => isRow(data.node)),
        heights.row,
        zoom,
      ),
      ...labelsOf(column('group'), heights.card, zoom),
      // Beside the labels of the rows, which may be wider than the rows are drawn.
      ...labelsOf(column('origin'), heights.card, zoom).map((label) => ({
        ...label,
        x: Math.max(label.x, x + (room + 12) / zoom),
      })),
    ]
  })
  return (
    <ViewportPortal>
      {labels.map(({ id, text, x, y, width }) => (
        <div
          key={id}
          className={styles['label']}
          aria-hidden
          style={{
            transform: `translate(${x + 6}px, ${y}px)`,
            fontSize: letters / zoom,
            maxWidth: Math.max(width, room / zoom),
          }}
        >
          {text}
        </div>
      ))}
    </ViewportPortal>
  )
}
