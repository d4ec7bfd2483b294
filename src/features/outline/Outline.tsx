import { useMemo } from 'react'
import { moveBehavior } from '#core/edits/behaviors.ts'
import { behaviorsOf, distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { isSamePath } from '#core/model/path.ts'
import { referencesFrom } from '#core/model/reference.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { commit, useDocument } from '#state/design.ts'
import { announce, select, useSession } from '#state/session.ts'
import styles from './outline.module.css'

interface Entry {
  readonly label: string
  readonly path: Path
  readonly level: number
  /** An ordered behavior can be moved. */
  readonly move?: (by: number) => void
}

/** A template may hold thousands of resources that are nothing to CloudFront; these would bury the rest. */
const mostOthers = 100

/** Resources beside the distributions: CloudFront's own, and those that one of them refers to. */
function otherResources(document: DesignDocument): Entry[] {
  const isOwn = (type: string) => !type.includes('::')
  const own = Object.keys(document.resources).filter((id) => isOwn(document.resources[id]?.type ?? ''))
  const named = new Set([...own, ...own.flatMap((id) => referencesFrom(document, id).map(({ to }) => to))])
  return [...named].flatMap((id): Entry[] => {
    const type = document.resources[id]?.type
    if (type === undefined || type === 'Distribution') return []
    return [{ label: `${id} · ${type.split('::').at(-1)}`, path: ['resources', id, 'config'], level: 1 }]
  })
}

/** Everything of the design as a list: the accessible equal of the canvas. */
export function Outline() {
  const document = useDocument()
  const selection = useSession((session) => session.selection)
  const entries: Entry[] = distributionsIn(document).flatMap((site) => [
    { label: site.id, path: site.path, level: 1 },
    ...behaviorsOf(site).map(({ behavior, index, path }): Entry => {
      const label = index === undefined ? 'Default (*)' : `${index + 1}. ${nameOf(behavior.PathPattern)}`
      if (index === undefined) return { label, path, level: 2 }
      const move = (by: number) => {
        const edit = moveBehavior(document, site.id, index, index + by)
        if (!edit) return
        commit(edit)
        select([...path.slice(0, -1), index + by])
        announce(edit.label)
      }
      return { label, path, level: 2, move }
    }),
    ...originGroupsOf(site).map(({ value, path }) => ({
      label: `Group ${nameOf(value.Id)}`,
      path,
      level: 2,
    })),
    ...originsOf(site).map(({ value, path }) => ({ label: `Origin ${nameOf(value.Id)}`, path, level: 2 })),
  ])
  const others = useMemo(() => otherResources(document), [document])
  return (
    <nav className={styles['outline']} aria-label="Outline">
      <ul className={styles['list']}>
        {[...entries, ...others.slice(0, mostOthers)].map(({ label, path, level, move }) => (
          <li key={path.join('/')}>
            <button
              type="button"
              className={styles['entry']}
              data-level={level}
              aria-current={selection && isSamePath(selection, path) ? 'true' : undefined}
              title={move && `${label} — Alt+↑ and Alt+↓ change its precedence`}
              onClick={() => select(path)}
              onKeyDown={(event) => {
                if (!event.altKey || !move || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                move(event.key === 'ArrowUp' ? -1 : 1)
              }}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
