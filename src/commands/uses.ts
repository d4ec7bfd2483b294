/** Policies and functions as things that behaviors use: picked up at one, used by another too, followed to all that do. */
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { Behavior, DesignDocument, LogicalId } from '#core/model/document.ts'
import { type Edit, setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { isSamePath, type Path, valueAt } from '#core/model/path.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { announce, selectAll, setDragged } from '#state/session.ts'
import { rowFacts, type Use } from '#things/row-facts.ts'
import { thingAt } from '#things/thing.ts'

export const mimeOfUse = 'application/x-frontage-use'
/** What the session says is dragged while a use is. */
export const draggedUse = 'use of a behavior'

/** A use that is held by the pointer, and the behavior that it was taken from. */
export interface CarriedUse {
  readonly use: Use
  readonly from: Path
}
let held: CarriedUse | undefined

/** Takes a use into the hand, or lets go of it. */
export function carry(use: CarriedUse | undefined): void {
  held = use
  setDragged(use && draggedUse)
}

const isSame = (a: Use, b: Use): boolean =>
  a.field === b.field && JSON.stringify(a.value) === JSON.stringify(b.value)

/** All behaviors of the design that use the same policy or function. */
export const usersOf = (document: DesignDocument, use: Use): readonly Path[] =>
  distributionsIn(document).flatMap((site) =>
    behaviorsOf(site).flatMap(({ behavior, path }) => {
      const { policies, functions } = rowFacts(behavior)
      return [...policies, ...functions].some((one) => isSame(one, use)) ? [path] : []
    }),
  )

/** The functions of one field of a behavior with one more, which takes the place of the one at the same event. */
function associated(behavior: Behavior, { field, event, value }: Use): readonly object[] {
  const isOther = ({ EventType }: { readonly EventType?: unknown }) => EventType !== event
  if (field === 'LambdaFunctionAssociations') {
    const before = knownItems(behavior.LambdaFunctionAssociations)
    const same = before.find((one) => known(one.EventType) === event)
    return [...before.filter(isOther), { ...same, EventType: event, LambdaFunctionARN: value }]
  }
  return [
    ...knownItems(behavior.FunctionAssociations).filter(isOther),
    { EventType: event, FunctionARN: value },
  ]
}

/** What it means that a behavior uses a policy or function too; undefined where it does already. */
export function usedThere(document: DesignDocument, path: Path, use: Use): Edit | undefined {
  const behavior = valueAt(document, path) as Behavior | undefined // the path of a row leads to a behavior
  const thing = thingAt(document, path)
  if (!behavior || !thing) return undefined
  const { policies, functions } = rowFacts(behavior)
  if ([...policies, ...functions].some((one) => isSame(one, use) && one.event === use.event)) return undefined
  const isFunction = use.field === 'FunctionAssociations' || use.field === 'LambdaFunctionAssociations'
  const value = isFunction ? associated(behavior, use) : use.value
  return setAt([...thing.path, use.field], value, `Use “${use.name}” for “${thing.title}”`)
}

/**
 * A CloudFront function of the design as a behavior uses it: at the event of those that use it, else at the one that its
 * code is written for.
 */
function functionUse(document: DesignDocument, id: LogicalId): Use | undefined {
  const resource = document.resources[id]
  if (resource?.type !== 'Function') return undefined
  const used = distributionsIn(document)
    .flatMap((site) => behaviorsOf(site))
    .flatMap(({ behavior }) => rowFacts(behavior).functions)
    .find(({ ref }) => ref === id)
  const code = known(resource.config.FunctionCode) ?? ''
  const isOfResponse = /\bevent\.response\b|\bresponse\b[^=;]*\}\s*=\s*event\b/.test(code)
  const event = used?.event ?? (isOfResponse ? 'viewer-response' : 'viewer-request')
  return { field: 'FunctionAssociations', value: used?.value ?? { ref: id }, ref: id, name: id, event }
}

/** A function for one more behavior, in place of the one that runs there at its event; undefined for other things. */
export function functionThere(document: DesignDocument, path: Path, id: LogicalId): Edit | undefined {
  const use = functionUse(document, id)
  const edit = use && usedThere(document, path, use)
  if (!edit) return undefined
  const behavior = valueAt(document, path) as Behavior | undefined // the path of a row leads to a behavior
  const before = behavior && rowFacts(behavior).functions.find(({ event }) => event === use.event)
  const instead = before ? `, in place of “${before.name}”` : ''
  return { ...edit, label: `${edit.label} on ${use.event?.replace('-', ' ')}${instead}` }
}

/** Lets go of what is held over a behavior. True where something was held. */
export function dropHeld(path: Path | undefined): boolean {
  const taken = held
  carry(undefined)
  if (!taken) return false
  const thing = thingAt(currentDocument(), path)
  if (!path || !thing?.shape.endsWith('CacheBehavior')) {
    announce('Policies and functions belong on a cache behavior.')
    return true
  }
  if (isSamePath(thing.path, taken.from)) return true
  const edit = usedThere(currentDocument(), path, taken.use)
  if (edit) {
    commit(edit)
    announceEdit(edit)
  } else announce(`“${thing.title}” uses “${taken.use.name}” already.`)
  return true
}

/** What it means that a behavior does without a policy or function; other behaviors keep it. */
export function notUsedThere(document: DesignDocument, path: Path, use: Use): Edit | undefined {
  const behavior = valueAt(document, path) as Behavior | undefined // the path of a row leads to a behavior
  const thing = thingAt(document, path)
  if (!behavior || !thing) return undefined
  const isThis = (one: object) => 'EventType' in one && known(one.EventType) === use.event
  const list: unknown = behavior[use.field]
  const left = Array.isArray(list) ? list.filter((one: object) => !isThis(one)) : []
  const value = left.length > 0 ? left : undefined
  return setAt([...thing.path, use.field], value, `Do without “${use.name}” in “${thing.title}”`)
}

/** What a chip stands for: the resource of the design, or the field of its behavior where AWS or the account has it. */
export function usedThing(document: DesignDocument, { use, from }: CarriedUse): { path: Path; focus?: Path } {
  if (use.ref !== undefined && document.resources[use.ref]) return { path: ['resources', use.ref, 'config'] }
  return { path: from, focus: [...from, use.field] }
}

/** Selects every behavior that uses the same. */
export function selectUsers(use: Use): void {
  const users = usersOf(currentDocument(), use)
  selectAll(users)
  announce(`${users.length} ${users.length === 1 ? 'behavior uses' : 'behaviors use'} “${use.name}”.`)
}
