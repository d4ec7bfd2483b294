import { useEffect, useState } from 'react'
import {
  type Changed,
  closeReview,
  makeReviewed,
  type Proof,
  type FixReview as Review,
  useFixReview,
} from '#state/fix-review.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import styles from './problems.module.css'

/** As many lines and requests as a person looks through. */
const most = { lines: 200, requests: 6 }

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
  if (!lines) return <p className={styles['where']}>Comparing…</p>
  if (lines.length === 0) return <p className={styles['where']}>The text stays as it is.</p>
  return (
    <pre className={styles['diff']}>
      {lines.slice(0, most.lines).map((line, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one patch never move
          key={index}
          data-change={line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : undefined}
        >
          {line}
          {'\n'}
        </span>
      ))}
      {lines.length > most.lines && `… and ${lines.length - most.lines} more lines`}
    </pre>
  )
}

function Requests({ changed }: { readonly changed: readonly Changed[] }) {
  return (
    <table className={styles['requests']}>
      <thead>
        <tr>
          <th scope="col">Request</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        {changed.slice(0, most.requests).map(({ asked, before, after }) => (
          <tr key={asked}>
            <td>{asked}</td>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Outcome({ proof }: { readonly proof: Proof | undefined }) {
  if (!proof) return <p className={styles['where']}>Trying requests of every kind…</p>
  const { tried, changed } = proof
  if (changed.length === 0)
    return <p>None of {tried} requests is answered otherwise: every behavior, cold and warm.</p>
  return (
    <>
      <p>
        {changed.length} of {tried} requests are answered otherwise.
      </p>
      <Requests changed={changed} />
      {changed.length > most.requests && (
        <p className={styles['where']}>… and {changed.length - most.requests} more.</p>
      )}
    </>
  )
}

function Looking({ review }: { readonly review: Review }) {
  return (
    <Dialog title={review.edit.label} isWide onClose={closeReview}>
      <div className={styles['review']}>
        <h3>What changes in the text</h3>
        {review.texts ? <TextDiff texts={review.texts} /> : <p className={styles['where']}>Writing…</p>}
        <h3>What requests notice</h3>
        <Outcome proof={review.proof} />
        <div className={styles['fixes']}>
          <Button kind="primary" onPress={makeReviewed}>
            Make the change
          </Button>
          <Button onPress={closeReview}>Leave it as it is</Button>
        </div>
      </div>
    </Dialog>
  )
}

/** The change that is being looked at, before it is made. */
export function FixReview() {
  const review = useFixReview((state) => state.review)
  return review ? <Looking review={review} /> : null
}
