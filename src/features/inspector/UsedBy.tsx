import { Play } from 'lucide-react'
import { editFunction } from '#commands/edit-function.ts'
import { functionThere } from '#commands/uses.ts'
import { attach } from '#core/edits/attach.ts'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { Behavior, DesignDocument, LogicalId } from '#core/model/document.ts'
import { fromPointer, isSamePath, type Path, toPointer, valueAt } from '#core/model/path.ts'
import { resourceKind } from '#core/resources/index.ts'
import { commit, currentDocument } from '#state/design.ts'
import { announceEdit } from '#state/done.ts'
import { select, selectAll } from '#state/session.ts'
import { rowFacts } from '#things/row-facts.ts'
import { type Thing, thingAt } from '#things/thing.ts'
import { allUsers } from '#things/users.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput } from '#ui/fields.tsx'
import styles from './inspector.module.css'

/** So many are named one by one. */
const few = 6

/** The places at which a behavior runs a function: “on viewer request”. */
function placesOf(document: DesignDocument, path: Path, id: LogicalId): string {
  const behavior = valueAt(document, path) as Behavior | undefined // the path of a user leads to a behavior or an origin
  const events = behavior ? rowFacts(behavior).functions.filter(({ ref }) => ref === id) : []
  const words = events.flatMap(({ event }) => (event ? [event.replace('-', ' ')] : []))
  return words.length === 0 ? '' : ` on ${words.join(' and ')}`
}

/** The kind of a thing that is put on behaviors. */
function forBehaviors(document: DesignDocument, { owner }: Thing) {
  const kind = resourceKind(document.resources[owner]?.type ?? '')
  return kind?.placement?.on === 'behavior' ? kind : undefined
}

/** Uses the thing for one more behavior, where behaviors are what it is put on. */
function UseElsewhere({ document, thing }: { readonly document: DesignDocument; readonly thing: Thing }) {
  const kind = forBehaviors(document, thing)
  if (!kind) return null
  const users = allUsers(document).get(thing.owner) ?? []
  const free = distributionsIn(document)
    .flatMap((site) => behaviorsOf(site))
    .filter(({ path }) => !users.some((user) => isSamePath(user, path)))
  if (free.length === 0) return null
  const use = (pointer: string) => {
    const path = fromPointer(pointer)
    const put = attach(currentDocument(), path, thing.owner, kind.type)
    const label = `${put.label} for “${thingAt(document, path)?.title ?? ''}”`
    const edit = functionThere(currentDocument(), path, thing.owner) ?? { ...put, label }
    commit(edit)
    announceEdit(edit)
  }
  return (
    <SelectInput
      label="Use it for a behavior"
      value=""
      onChange={use}
      choices={[
        { value: '', label: 'Use it for a behavior…' },
        ...free.map(({ path }) => ({ value: toPointer(path), label: thingAt(document, path)?.title ?? '' })),
      ]}
    />
  )
}

/** Where a policy, a function or another shared thing is at work, and for a function the way to its code. */
export function UsedBy({ document, thing }: { readonly document: DesignDocument; readonly thing: Thing }) {
  if (thing.node !== undefined || thing.isReadOnly) return null
  const users = allUsers(document).get(thing.owner) ?? []
  const isFunction = thing.shape === 'Function'
  if (users.length === 0 && !forBehaviors(document, thing)) return null
  const more = users.length - few
  return (
    <div className={styles['usedBy']}>
      {isFunction && (
        <Button icon={<Play size={14} aria-hidden />} onPress={() => editFunction(thing.owner)}>
          Edit and run it
        </Button>
      )}
      <p>
        {users.length === 0 ? 'No behavior uses it yet.' : 'Used by '}
        {users.slice(0, few).flatMap((path) => {
          const user = thingAt(document, path)
          return user ? (
            <span key={path.join('/')}>
              <button type="button" className={styles['link']} onClick={() => select(user.path)}>
                {user.title}
              </button>
              {isFunction && placesOf(document, path, thing.owner)}
            </span>
          ) : (
            []
          )
        })}
        {more > 0 && (
          <button type="button" className={styles['link']} onClick={() => selectAll(users)}>
            and {more} more
          </button>
        )}
      </p>
      <UseElsewhere document={document} thing={thing} />
    </div>
  )
}
