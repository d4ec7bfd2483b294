import { useEffect, useState } from 'react'
import { useDocument } from '#state/design.ts'
import { writeDesign } from '#state/files.ts'
import styles from './source.module.css'

/** The design as the text that saving would write: the template it came from, with its edits. */
export function SourceView() {
  const document = useDocument()
  const [text, setText] = useState('')
  const format = document.source?.format ?? 'cloudformation-yaml'
  useEffect(() => {
    let isCurrent = true
    void writeDesign(format, document).then((written) => {
      if (isCurrent) setText(written.text)
    })
    return () => {
      isCurrent = false
    }
  }, [document, format])
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <pre className={styles['source']} data-testid="source" tabIndex={0} role="document" aria-label="Source">
      {text}
    </pre>
  )
}
