import { useEffect, useState } from 'react'
import styles from './text-diff.module.css'

/** As many lines as a person looks through. */
const most = 200

/** The lines that change, with a few around them, as a patch has them. */
export function TextDiff({ texts }: { readonly texts: readonly [string, string] }) {
  const [before, after] = texts
  const [lines, setLines] = useState<readonly string[]>()
  useEffect(() => {
    let isHere = true
    void import('diff').then(({ structuredPatch }) => {
      const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: 2 })
      if (isHere) setLines(hunks.flatMap((hunk, index) => (index === 0 ? hunk.lines : ['…', ...hunk.lines])))
    })
    return () => {
      isHere = false
    }
  }, [before, after])
  if (!lines) return <p className={styles['quiet']}>Comparing…</p>
  if (lines.length === 0) return <p className={styles['quiet']}>The text stays as it is.</p>
  return (
    <pre className={styles['lines']}>
      {lines.slice(0, most).map((line, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one patch never move
          key={index}
          data-change={line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : undefined}
        >
          {line}
          {'\n'}
        </span>
      ))}
      {lines.length > most && `… and ${lines.length - most} more lines`}
    </pre>
  )
}
