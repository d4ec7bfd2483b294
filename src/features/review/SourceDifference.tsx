import { useEffect, useState } from 'react'
import type { DesignDocument } from '#core/model/document.ts'
import { writeInBackground } from '#state/reading.ts'
import { differingParts, type Line } from './compare.ts'
import styles from './review.module.css'

const usual = 'cloudformation-yaml'

/** Both states in the format of the open one, as far as they differ. */
function useParts(before: DesignDocument, after: DesignDocument): readonly (readonly Line[])[] | undefined {
  const [parts, setParts] = useState<readonly (readonly Line[])[]>()
  useEffect(() => {
    let isOver = false
    const format = after.source?.format ?? usual
    void Promise.all([writeInBackground(format, before), writeInBackground(format, after)]).then(
      ([old, now]) => {
        if (!isOver) setParts(differingParts(old.text, now.text))
      },
    )
    return () => {
      isOver = true
    }
  }, [before, after])
  return parts
}

/** The source before and after, side by side. */
export function SourceDifference({
  before,
  after,
}: {
  readonly before: DesignDocument
  readonly after: DesignDocument
}) {
  const parts = useParts(before, after)
  if (!parts) return null
  return (
    <section aria-label="What changes in the source" className={styles['all']}>
      <h3>What changes in the source</h3>
      {parts.length === 0 && <p className={styles['muted']}>Not a line.</p>}
      {parts.map((lines) => (
        <table
          key={lines[0]?.number}
          className={styles['lines']}
          aria-label={`From line ${lines[0]?.number}`}
        >
          <tbody>
            {lines.map(({ before: old, after: now, number }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished comparison do not move
              <tr key={at} data-differs={old !== now}>
                <td>{now !== undefined && number}</td>
                <td>{old !== now && old !== undefined ? <del>{old}</del> : old}</td>
                <td>{old !== now && now !== undefined ? <ins>{now}</ins> : now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}
