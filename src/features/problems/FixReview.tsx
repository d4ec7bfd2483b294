import {
  type Changed,
  closeReview,
  type FixGroup,
  makeReviewed,
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

function Outcome({ proof, failure }: Pick<Review, 'proof' | 'failure'>) {
  if (failure !== undefined)
    return (
      <p className={styles['unproven']} role="alert">
        No requests could be tried, so it is not known what they would notice: {failure}
      </p>
    )
  if (!proof) return <p className={styles['where']}>Trying requests of every kind…</p>
  const { tried, changed, where } = proof
  if (changed.length === 0)
    return (
      <p>
        None of {tried} requests is answered differently, cold or warm, {where}.
      </p>
    )
  return (
    <>
      <p>
        {changed.length} of {tried} requests are answered differently {where}.
      </p>
      <Requests changed={changed} />
      {changed.length > most && <p className={styles['where']}>… and {changed.length - most} more.</p>}
    </>
  )
}

/** Fixes by their rule; the single ones are opened. */
function Groups({ groups }: { readonly groups: readonly FixGroup[] }) {
  return groups.map(({ summary, labels }) =>
    labels.length === 1 ? (
      <p key={summary}>
        {summary} {labels[0]}.
      </p>
    ) : (
      <details key={summary}>
        <summary>
          {summary.replace(/\.$/, '')}: {labels.length} places
        </summary>
        <ul>
          {labels.map((label, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the fixes of one look never move
            <li key={index}>{label}</li>
          ))}
        </ul>
      </details>
    ),
  )
}

function Gathering({ looked: { done, of } }: { readonly looked: NonNullable<Review['looked']> }) {
  return (
    <p className={styles['looking']} role="status">
      <progress max={Math.max(of, 1)} value={done} aria-label="Fixes looked at" />
      Looking at fix {Math.min(done + 1, of)} of {of}…
    </p>
  )
}

/** Which fixes it is made of, where it is several. */
function Together({ review: { looked, made, left = [] } }: { readonly review: Review }) {
  if (!looked) return null
  if (!made) return <Gathering looked={looked} />
  return (
    <>
      <h3>{made.length > 0 ? 'What is fixed' : 'Nothing can be fixed without asking you'}</h3>
      <Groups groups={made} />
      {left.length > 0 && (
        <>
          <h3>What is left to you, since requests would be answered differently, or could not be tried</h3>
          <Groups groups={left} />
        </>
      )}
    </>
  )
}

function Effect({ review: { edit, texts, ...tried } }: { readonly review: Review }) {
  if (!edit) return null
  return (
    <>
      <h3>What changes in the text</h3>
      {texts ? <TextDiff texts={texts} /> : <p className={styles['where']}>Writing…</p>}
      <h3>What requests notice</h3>
      <Outcome {...tried} />
    </>
  )
}

function Looking({ review }: { readonly review: Review }) {
  return (
    <Dialog
      title={review.title}
      isWide
      onClose={closeReview}
      actions={
        <>
          <Button onPress={closeReview}>Leave it as it is</Button>
          <Button
            // It has the focus from when it can be pressed.
            key={String(review.edit !== undefined)}
            kind="primary"
            hasFocus
            isDisabled={!review.edit}
            onPress={makeReviewed}
          >
            Apply the change
          </Button>
        </>
      }
    >
      <div className={styles['review']}>
        <Together review={review} />
        <Effect review={review} />
      </div>
    </Dialog>
  )
}

/** The change that is being looked at, before it is made. */
export function FixReview() {
  const review = useFixReview((state) => state.review)
  return review ? <Looking review={review} /> : null
}
