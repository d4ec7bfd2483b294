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
import { TextDiff } from '#ui/TextDiff.tsx'
import styles from './problems.module.css'

/** As many requests as a person looks through. */
const most = 6

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
        {changed.slice(0, most).map(({ asked, before, after }) => (
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
    return <p>None of {tried} requests is answered differently: every behavior, cold and warm.</p>
  return (
    <>
      <p>
        {changed.length} of {tried} requests are answered differently.
      </p>
      <Requests changed={changed} />
      {changed.length > most && <p className={styles['where']}>… and {changed.length - most} more.</p>}
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
            Apply the change
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
