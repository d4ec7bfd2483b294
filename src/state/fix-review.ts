/** A change that is looked at before it is made: what it does to the text, and to what requests are answered. */
import { create } from 'zustand'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { isSamePath } from '#core/model/path.ts'
import { placeAcross } from '#core/model/place-across.ts'
import type { Noticed, Tried } from '#core/trace/explain/outcomes.ts'
import type { Reach } from '#core/trace/explain/touched.ts'
import { commit, currentDocument } from './design.ts'
import { announceDone, announceEdit } from './done.ts'
import { doneInWords } from './done-words.ts'
import { writeInBackground } from './reading.ts'
import { announce, select, useSession } from './session.ts'

/** One request that is answered otherwise. */
export interface Changed {
  readonly asked: string
  readonly before: string
  readonly after: string
}
export interface Proof {
  readonly tried: number
  readonly changed: readonly Changed[]
  /** Which behaviors the requests went to, in words. */
  readonly where: string
}

/** Fixes of one rule that are looked at together. */
export interface FixGroup {
  readonly summary: string
  readonly labels: readonly string[]
}

export interface FixReview {
  readonly title: string
  /** The design that it was looked at for; another one needs another look. */
  readonly document: DesignDocument
  /** Undefined while fixes are gathered. */
  readonly edit?: Edit
  /** How far the gathering has come. */
  readonly looked?: { readonly done: number; readonly of: number }
  /** Where there are several fixes: those that are made, and those that requests would notice. */
  readonly made?: readonly FixGroup[]
  readonly left?: readonly FixGroup[]
  /** Both texts; undefined while they are written. */
  readonly texts?: readonly [before: string, after: string]
  /** Undefined while requests are tried, and where they could not be. */
  readonly proof?: Proof
  /** Why requests could not be tried: nobody knows then what the change does to them. */
  readonly failure?: string
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

/** Milliseconds of work between two turns in which the page draws and hears. */
const slice = 12

/** Gives the page a turn whenever it has waited long enough. */
export function pausing(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < slice) return
    await nextTurn()
    since = performance.now()
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

function changedIn({ asked, before, after }: Tried): Changed {
  const [was, is] = [inWords(before), inWords(after)]
  return { asked, before: was, after: was === is ? `the same, ${finer(before, after)}` : is }
}

function inReach({ patterns: { length }, of, isTouched }: Reach): string {
  if (isTouched)
    return length === of
      ? `by the ${of === 1 ? 'behavior' : `${of} behaviors`} that it touches`
      : `by the first ${length} of the ${of} behaviors that it touches`
  return length === of ? 'by any behavior' : `by the first ${length} of ${of} behaviors`
}

/** Requests of every kind through both designs, as far as it is asked for. */
async function* trying(before: DesignDocument, after: DesignDocument, told?: (reach: Reach) => void) {
  const [{ isNoticed, tryBoth }, { reachOf }] = await Promise.all([
    import('#core/trace/explain/outcomes.ts'),
    import('#core/trace/explain/touched.ts'),
  ])
  const pause = pausing()
  for (const { id } of distributionsIn(before)) {
    if (!after.resources[id]) continue
    const reach = reachOf(before, after, id)
    told?.(reach)
    for await (const tried of tryBoth(before, after, id, reach.patterns)) {
      yield { tried, isOther: isNoticed(tried) }
      await pause()
    }
  }
}

/** Sends requests of every kind through both designs. */
export async function prove(before: DesignDocument, after: DesignDocument): Promise<Proof> {
  const changed: Changed[] = []
  const reaches: Reach[] = []
  let count = 0
  for await (const { tried, isOther } of trying(before, after, (reach) => reaches.push(reach))) {
    count += 1
    if (isOther) changed.push(changedIn(tried))
  }
  return { tried: count, changed, where: [...new Set(reaches.map(inReach))].join(' and ') }
}

/** A proof, or why there is none: a fault of ours in the trial says nothing of the change, and must not look like a yes. */
async function proofOf(
  before: DesignDocument,
  changed: () => DesignDocument,
): Promise<Pick<FixReview, 'proof' | 'failure'>> {
  try {
    return { proof: await prove(before, changed()) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

/** Whether any of those requests notices the change; the first that does is enough. */
export async function isNoticed(before: DesignDocument, after: DesignDocument): Promise<boolean> {
  for await (const { isOther } of trying(before, after)) if (isOther) return true
  return false
}

/** Both texts of a change: in the format that the design came from, or as a template. */
export async function textsOf(
  before: DesignDocument,
  after: DesignDocument,
): Promise<readonly [string, string]> {
  const format = before.source?.format ?? 'cloudformation-yaml'
  const [was, is] = [await writeInBackground(format, before), await writeInBackground(format, after)]
  return [was.text, is.text]
}

/** Opens a look, and gives what adds to it: nothing where it was closed, or another one was opened. */
export function openReview(review: FixReview): (part: Partial<FixReview>) => boolean {
  let current = review
  useFixReview.setState({ review })
  return (part) => {
    if (useFixReview.getState().review !== current) return false
    current = { ...current, ...part }
    useFixReview.setState({ review: current })
    return true
  }
}

/** Adds what a change does to the text and to requests, as it becomes known. */
export async function fillReview(
  add: (part: Partial<FixReview>) => boolean,
  [before, after]: readonly [DesignDocument, DesignDocument],
  known: Pick<FixReview, 'proof' | 'failure'> = {},
): Promise<void> {
  add({ texts: await textsOf(before, after) })
  if (!known.proof && known.failure === undefined) add(await proofOf(before, () => after))
}

/** Opens the look at a change, which fills as its parts are known. */
export async function reviewFix(edit: Edit, known: Pick<FixReview, 'proof' | 'failure'> = {}): Promise<void> {
  const document = currentDocument()
  const add = openReview({ title: edit.label, edit, document, ...known })
  await fillReview(add, [document, applyEdit(document, edit)], known)
}

export const closeReview = (): void => useFixReview.setState({ review: undefined })

/** Makes a change; what was selected stays selected where it then stands. */
function commitFollowing(edit: Edit): void {
  const { resources } = currentDocument()
  commit(edit)
  const { selection } = useSession.getState()
  const place = selection && placeAcross(resources, currentDocument().resources, selection)
  if (selection && (!place || !isSamePath(place, selection))) select(place)
}

/** Makes the change that is looked at, unless the design has changed meanwhile. */
export function makeReviewed(): void {
  const { review } = useFixReview.getState()
  closeReview()
  if (!review?.edit) return
  if (review.document !== currentDocument())
    announce('The design has changed in the meantime; look at it again.')
  else {
    commitFollowing(review.edit)
    announceEdit(review.edit)
  }
}

/** Makes a fix that is safe for this design too; one that a request notices is shown first, unless that is what the finding promises. */
export async function makeSafeFix(edit: Edit, mends?: string): Promise<void> {
  const document = currentDocument()
  const { proof, failure } = await proofOf(document, () => applyEdit(document, edit))
  if (document !== currentDocument()) announce('The design has changed in the meantime; press it again.')
  else if (!proof) {
    announce(`“${edit.label}” was not made: no requests could be tried, so it may not be safe.`)
    await reviewFix(edit, { failure: failure ?? '' })
  } else if (proof.changed.length === 0) {
    commit(edit)
    announceDone(
      `${doneInWords(edit.label)} All ${proof.tried} requests that were tried are answered as before.`,
    )
  } else if (mends === undefined) await reviewFix(edit, { proof })
  else {
    commit(edit)
    announceDone(`${edit.label}: done; ${mends}.`)
  }
}
