import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { noteAt } from '#core/edits/notes.ts'
import { type DesignDocument, stickiesOf } from '#core/model/document.ts'
import { useDesign, useDocument } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { pictureOf } from '#things/picture.ts'
import { project } from '#things/project.ts'
import { summaryOf } from '#things/summary.ts'
import styles from './app.module.css'

/** What is printed instead of the page: the picture of the design, its things and its problems. */
function Sheet() {
  const document = useDocument()
  const name = useDesign((state) => state.name)
  const problems = useProblems((state) => state.problems)
  const { nodes } = project(document)
  const { svg } = pictureOf(document, name)
  return (
    <>
      <h1>{name}</h1>
      <img alt={`The design “${name}”`} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />
      <table>
        <thead>
          <tr>
            <th>Thing</th>
            <th>Name</th>
            <th>Settings</th>
            <th>Note</th>
          </tr>
        </thead>
        <tbody>
          {nodes
            .filter(({ kind }) => kind !== 'viewer')
            .map((node) => {
              const { title, subtitle, badges } = summaryOf(document, node)
              return (
                <tr key={node.id}>
                  <td>{node.order === undefined ? node.kind : `${node.kind} ${node.order}`}</td>
                  <td>{title}</td>
                  <td>{[subtitle, ...badges].join(' · ')}</td>
                  <td>{noteAt(document, node.path)}</td>
                </tr>
              )
            })}
        </tbody>
      </table>
      <Written document={document} />
      <h2>{problems.length === 0 ? 'No problems found' : `${problems.length} problems`}</h2>
      <ul>
        {problems.map(({ rule, path, message, severity }) => (
          <li key={`${rule.id} ${path.join('/')} ${message}`}>
            {severity}: {message} ({rule.id})
          </li>
        ))}
      </ul>
    </>
  )
}

/** What people wrote on the drawing beside its things. */
function Written({ document }: { readonly document: DesignDocument }) {
  const written = stickiesOf(document).filter(([, { text }]) => text.trim() !== '')
  if (written.length === 0) return null
  return (
    <>
      <h2>Notes on the drawing</h2>
      <ul>
        {written.map(([id, { text }]) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </>
  )
}

/** Made when the browser is about to print, and gone afterwards: a large design costs nothing on the screen. */
export function PrintView() {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    // The browser prints what is there when this handler returns.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return <div className={styles['print']}>{isPrinting && <Sheet />}</div>
}
