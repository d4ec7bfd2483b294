/** A change that is looked at before it is made: what it does to the text, and to what requests are answered. */
import { create } from 'zustand'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import type { Noticed, Outcomes } from '#core/trace/explain/outcomes.ts'
import { commit, currentDocument } from './design.ts'
import { writeInBackground } from './reading.ts'
import { announce } from './session.ts'

/** One request that is answered otherwise. */
export interface Changed {
  readonly asked: string
  readonly before: string
  readonly after: string
}
export interface Proof {
  readonly tried: number
  readonly changed: readonly Changed[]
}

export interface FixReview {
  readonly edit: Edit
  /** The design that it was looked at for; another one needs another look. */
  readonly document: DesignDocument
  /** Both texts; undefined while they are written. */
  readonly texts?: readonly [before: string, after: string]
  /** Undefined while requests are tried. */
  readonly proof?: Proof
}

export const useFixReview = create<{ readonly review: FixReview | undefined }>()(() => ({
  review: undefined,
}))

const nextTurn = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => done()
    port2.postMessage(undefined)
  })

/** Requests between two turns in which the page draws and hears. */
const inOneTurn = 12

const pausing = () => {
  let count = 0
  return async () => {
    count += 1
    if (count % inOneTurn === 0) await nextTurn()
  }
}

const inWords = ({ status, xCache, originRequests }: Noticed): string =>
  [
    String(status),
    xCache ?? 'no X-Cache',
    originRequests.length === 0
      ? 'the origin is not asked'
      : `the origin is asked ${originRequests.length === 1 ? 'once' : `${originRequests.length} times`}`,
  ].join(', ')

/** What differs where status, cache and the number of origin requests are the same. */
function finer(before: Noticed, after: Noticed): string {
  const isOther = (of: keyof Noticed) => JSON.stringify(before[of]) !== JSON.stringify(after[of])
  if (isOther('headers')) return 'with other response headers'
  return isOther('originRequests') ? 'with another request to the origin' : 'with another body'
}

function changedIn(before: Outcomes, after: Outcomes, asked: string): Changed {
  const [one, other] = [before.get(asked), after.get(asked)]
  if (!one || !other) return { asked, before: '', after: '' }
  const [was, is] = [inWords(one), inWords(other)]
  return { asked, before: was, after: was === is ? `the same, ${finer(one, other)}` : is }
}

/** Sends requests of every kind through both designs. */
export async function prove(before: DesignDocument, after: DesignDocument): Promise<Proof> {
  const { differing, outcomesOf } = await import('#core/trace/explain/outcomes.ts')
  const pause = pausing()
  const changed: Changed[] = []
  let tried = 0
  for (const { id } of distributionsIn(before)) {
    if (!after.resources[id]) continue
    const [was, is] = [await outcomesOf(before, id, pause), await outcomesOf(after, id, pause)]
    tried += was.size
    changed.push(...differing(was, is).map((asked) => changedIn(was, is, asked)))
  }
  return { tried, changed }
}

const isCurrent = (edit: Edit) => useFixReview.getState().review?.edit === edit

/** Both texts of a change: in the format that the design came from, or as a template. */
export async function textsOf(
  before: DesignDocument,
  after: DesignDocument,
): Promise<readonly [string, string]> {
  const format = before.source?.format ?? 'cloudformation-yaml'
  const [was, is] = [await writeInBackground(format, before), await writeInBackground(format, after)]
  return [was.text, is.text]
}

/** Opens the look at a change, which fills as its parts are known. */
export async function reviewFix(edit: Edit, known?: Proof): Promise<void> {
  const document = currentDocument()
  const after = applyEdit(document, edit)
  useFixReview.setState({ review: { edit, document, ...(known && { proof: known }) } })
  const add = (part: Partial<FixReview>) => {
    if (isCurrent(edit)) useFixReview.setState(({ review }) => ({ review: review && { ...review, ...part } }))
  }
  await textsOf(document, after).then((texts) => add({ texts }))
  if (!known) add({ proof: await prove(document, after) })
}

export const closeReview = (): void => useFixReview.setState({ review: undefined })

/** Makes the change that is looked at, unless the design has changed meanwhile. */
export function makeReviewed(): void {
  const { review } = useFixReview.getState()
  closeReview()
  if (!review) return
  if (review.document !== currentDocument())
    announce('The design has changed in the meantime; look at it again.')
  else {
    commit(review.edit)
    announce(`${review.edit.label}: done`)
  }
}

/** Makes a fix that is safe for this design too; one that a request notices is shown first, unless that is what the finding promises. */
export async function makeSafeFix(edit: Edit, mends?: string): Promise<void> {
  const document = currentDocument()
  const proof = await prove(document, applyEdit(document, edit))
  if (document !== currentDocument()) announce('The design has changed in the meantime; press it again.')
  else if (proof.changed.length === 0) {
    commit(edit)
    announce(`${edit.label}: done. None of ${proof.tried} requests is answered otherwise.`)
  } else if (mends === undefined) await reviewFix(edit, proof)
  else {
    commit(edit)
    announce(`${edit.label}: done; ${mends}.`)
  }
}
