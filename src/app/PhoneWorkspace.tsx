import { useMemo } from 'react'
import { noteAt } from '#core/edits/notes.ts'
import { useDocument } from '#state/design.ts'
import { type CanvasNode, project } from '#things/project.ts'
import { summaryOf } from '#things/summary.ts'
import styles from './app.module.css'
import { PhonePanels } from './PhonePanels.tsx'

const words: Record<CanvasNode['kind'], string> = {
  viewer: '',
  distribution: 'Distribution',
  behavior: 'Behavior',
  lane: '',
  group: 'Group',
  origin: 'Origin',
}

/** Precedence first, then where it leads: the order in which a request meets them. */
const order = Object.keys(words)

const inOrder = (nodes: readonly CanvasNode[]): readonly CanvasNode[] => {
  const owners = [...new Set(nodes.map(({ owner }) => owner))]
  const place = ({ owner, kind }: CanvasNode) => owners.indexOf(owner) * order.length + order.indexOf(kind)
  return nodes.filter(({ kind }) => kind !== 'viewer').toSorted((a, b) => place(a) - place(b))
}

/** On a phone a design is read and traced; it is drawn where there is room for it. */
export function PhoneWorkspace() {
  const document = useDocument()
  const nodes = useMemo(() => inOrder(project(document).nodes), [document])
  return (
    <div className={styles['phone']}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <main className={styles['reading']} aria-label="The design to read" tabIndex={0}>
        <p className={styles['muted']}>To read and to trace; drawing needs a wider screen.</p>
        <ul>
          {nodes.map((node) => {
            const { title, subtitle, badges } = summaryOf(document, node)
            return (
              <li key={node.id} data-kind={node.kind}>
                <b>
                  {words[node.kind]} {node.order} {title}
                </b>
                <span>{[subtitle, ...badges].join(' · ')}</span>
                {noteAt(document, node.path) !== '' && <span>Note: {noteAt(document, node.path)}</span>}
              </li>
            )
          })}
        </ul>
      </main>
      <PhonePanels />
    </div>
  )
}
