import { Play } from 'lucide-react'
import { editFunction } from '#commands/edit-function.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { select, selectAll } from '#state/session.ts'
import { type Thing, thingAt } from '#things/thing.ts'
import { allUsers } from '#things/users.ts'
import { Button } from '#ui/Button.tsx'
import styles from './inspector.module.css'

/** So many are named one by one. */
const few = 6

/** Where a policy, a function or another shared thing is at work, and for a function the way to its code. */
export function UsedBy({ document, thing }: { readonly document: DesignDocument; readonly thing: Thing }) {
  if (thing.node !== undefined || thing.isReadOnly) return null
  const users = allUsers(document).get(thing.owner) ?? []
  const isFunction = thing.shape === 'Function'
  if (users.length === 0 && !isFunction) return null
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
            <button
              key={path.join('/')}
              type="button"
              className={styles['link']}
              onClick={() => select(user.path)}
            >
              {user.title}
            </button>
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
    </div>
  )
}
