/** Taking one difference back: a thing, or one of its settings, as an earlier state of the design has it. */

import { freeKey } from '#core/edits/names.ts'
import { renameTarget } from '#core/edits/origins.ts'
import { removeThings } from '#core/edits/removal.ts'
import { applyVersion } from '#core/edits/versions.ts'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { applyEdit, combine, type Edit, insertAt, moveItem, setAt } from '#core/model/edit.ts'
import { type Path, valueAt } from '#core/model/path.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceDone } from '#state/done.ts'
import { announce } from '#state/session.ts'
import { type DanglingName, danglingNames } from '#things/dangling.ts'
import { type Difference, type DifferentField, differencesBetween, type Gone } from '#things/differences.ts'
import { pairLists, placeAsBefore, type ThingList } from '#things/list-pairs.ts'
import { thingAt, thingInWords } from '#things/thing.ts'
import { usedBy } from './actions.ts'

/** Two states of a design. */
interface States {
  readonly earlier: DesignDocument
  readonly document: DesignDocument
}

export interface TakenBack {
  readonly edit: Edit
  /** What else had to be as before, so that nothing refers to what is not there. */
  readonly also: readonly string[]
}

/** An earlier thing that is gone, a later one, or one field of it. */
export type Taken =
  | { readonly gone: Gone }
  | { readonly difference: Difference; readonly field?: DifferentField | undefined }

const isTarget = ([, , , list]: Path) => list === 'Origins' || list === 'OriginGroups'

/** An origin's name goes back with all that names it. */
function fieldEdit(
  { earlier, document }: States,
  { path: thing }: Difference,
  { path, earlier: was }: DifferentField,
): Edit {
  const [before, after] = [valueAt(earlier, was), valueAt(document, path)]
  const isName = isTarget(path) && path.length === thing.length + 1 && path.at(-1) === 'Id'
  return isName && typeof before === 'string' && typeof after === 'string'
    ? renameTarget(document, String(path[1]), thing, after, before)
    : setAt(path, before)
}

const pairingAt = ({ earlier, document }: States, path: Path, was: Path) =>
  pairLists(
    valueAt(earlier, was.slice(0, 3)),
    valueAt(document, path.slice(0, 3)),
    String(was[3]) as ThingList,
  )

function moveBack(states: States, { path, earlier = [] }: Difference): Edit {
  const [from, was] = [Number(path.at(-1)), Number(earlier.at(-1))]
  const place = placeAsBefore(pairingAt(states, path, earlier), was)
  return moveItem(path.slice(0, -1), from, place > from ? place - 1 : place, 'Move back')
}

/** A resource among the others, in the order of the earlier state. */
function resourceBack({ earlier, document }: States, id: LogicalId): Edit {
  const order = Object.keys(earlier.resources)
  const previous = order.slice(0, order.indexOf(id)).findLast((one) => one in document.resources)
  return {
    label: 'Put back',
    apply: (draft) => {
      const entries = Object.entries(draft.resources)
      const place = entries.findIndex(([one]) => one === previous) + 1
      const own = earlier.resources[id]
      // A draft takes the state's own, frozen parts; nobody changes them in place.
      draft.resources = Object.fromEntries(
        entries.toSpliced(place, 0, [id, own as (typeof entries)[number][1]]),
      )
    },
  }
}

function putBack(states: States, { owner, earlier: was, name }: Gone): Result<Edit, string> {
  const { earlier, document } = states
  if (was.length === 3)
    return owner in document.resources
      ? failed(`Another resource is called “${owner}” now; rename or remove it first.`)
      : ok(resourceBack(states, owner))
  const list = ['resources', owner, 'config', String(was[3])]
  const pairing = pairingAt(states, list, was)
  const item = valueAt(earlier, was) as { readonly key: string }
  const others = pairing.now.map(({ value }) => value)
  const key = others.some((one) => one['key'] === item.key) ? freeKey(item.key, others) : item.key
  const place = placeAsBefore(pairing, Number(was[4]))
  return ok(insertAt(list, place, { ...item, key }, `Put ${name} back`))
}

function removeNew({ document }: States, { path, name }: Difference): Result<Edit, string> {
  const removal = removeThings([path], '', document)
  if (removal.ok) return ok(removal.value.edit)
  return failed(`${name} is ${usedBy(removal.error, document)}; take that back first.`)
}

const nameOf = (taken: Taken): string => ('gone' in taken ? taken.gone.name : taken.difference.name)

/** A resource of which the text alone holds all. */
const isInText = ({ resources }: DesignDocument, path: Path | undefined): boolean =>
  'isPartial' in (resources[String(path?.[1])] ?? {})

function editFor(states: States, taken: Taken): Result<Edit, string> {
  const [now, was] =
    'gone' in taken ? [undefined, taken.gone.earlier] : [taken.difference.path, taken.difference.earlier]
  if (isInText(states.document, now) || isInText(states.earlier, was))
    return failed(`${nameOf(taken)} is not CloudFront's: change it in the source.`)
  if ('gone' in taken) return putBack(states, taken.gone)
  const { difference, field } = taken
  if (difference.kind === 'added') return removeNew(states, difference)
  if (difference.kind === 'moved') return ok(moveBack(states, difference))
  const fields = field ? [field] : difference.fields
  return ok(
    combine(
      '',
      fields.map((one) => fieldEdit(states, difference, one)),
    ),
  )
}

/** What brings back what a name means, or makes what names it name something else again. */
function remedyOf({ earlier, document }: States, { path, name }: DanglingName): Taken | undefined {
  const { things, gone } = differencesBetween(earlier, document)
  const isNamed = (at: Path) =>
    at.length === 3 ? at[1] === name : isTarget(at) && valueAt(earlier, [...at, 'Id']) === name
  const missing = gone.find(({ earlier: at }) => isNamed(at))
  if (missing) return { gone: missing }
  for (const difference of things) {
    const renamed = difference.earlier && isNamed(difference.earlier)
    const field = difference.fields.find(({ path: at }) =>
      renamed ? at.at(-1) === 'Id' : at.every((step, index) => step === path[index]),
    )
    if (field && difference.kind === 'changed') return { difference, field }
  }
  return undefined
}

const keyOf = ({ path, name }: DanglingName): string => `${path.join('/')} ${name}`

function needs(document: DesignDocument, { path, name }: DanglingName): string {
  const user = thingAt(document, path)
  return `${user ? thingInWords(user) : 'Something'} needs “${name}”; take that back or change it first.`
}

/** More than any one difference has to do with. */
const most = 500

/** Takes one back, then all that it needs; gives the design and what was taken. */
function allNeeded(
  { earlier, document }: States,
  first: Taken,
): Result<{ readonly next: DesignDocument; readonly taken: readonly Taken[] }, string> {
  const known = new Set(danglingNames(document).map(keyOf))
  // What led to nothing then does so again.
  const before = new Set(danglingNames(earlier).map(({ name }) => name))
  const taken: Taken[] = []
  let next = document
  for (let step: Taken | undefined = first; step && taken.length < most; ) {
    const edit = editFor({ earlier, document: next }, step)
    if (!edit.ok) return edit
    const made: DesignDocument = applyEdit(next, edit.value)
    if (made === next) break
    taken.push(step)
    next = made
    const dangling = danglingNames(next).find((one) => !known.has(keyOf(one)) && !before.has(one.name))
    step = dangling && remedyOf({ earlier, document: next }, dangling)
    if (dangling && !step) return failed(needs(next, dangling))
  }
  return ok({ next, taken })
}

/**
 * The edit that takes a difference back, with all that it needs: what it names is there again, and what named it names
 * what it did. Fails, with what to do first, where something else that is new stands in its way.
 */
export function takeBack(
  earlier: DesignDocument,
  document: DesignDocument,
  taken: Taken,
): Result<TakenBack, string> {
  const back = allNeeded({ earlier, document }, taken)
  if (!back.ok) return back
  const what = 'field' in taken && taken.field ? `${nameOf(taken)}: ${taken.field.label}` : nameOf(taken)
  const also = back.value.taken.slice(1).map(nameOf)
  return ok({ edit: applyVersion(back.value.next, `Take back ${what}`), also: [...new Set(also)] })
}

/** Takes a difference of the open design back, in one step that undo brings forward again. */
export function takeBackNow(earlier: DesignDocument, taken: Taken): void {
  const back = takeBack(earlier, currentDocument(), taken)
  if (!back.ok) {
    announce(back.error)
    return
  }
  const { edit, also } = back.value
  commit(edit)
  announceDone(
    `${edit.label.replace('Take back ', '')} is as before${also.length === 0 ? '' : `, with ${also.join(', ')}`}.`,
  )
}
