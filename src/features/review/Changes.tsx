import { CircleAlert, CornerUpRight, Info, TriangleAlert } from 'lucide-react'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { byGravity, type Change, type Severity } from '#core/review/change.ts'
import { type Group, groupsOf } from '#core/review/print/groups.ts'
import type { RoutingClass } from '#core/review/site-review.ts'
import { select } from '#state/session.ts'
import { counted } from '#things/counted.ts'
import { thingAt } from '#things/thing.ts'
import { type Compared, settingPath } from './compare.ts'
import styles from './review.module.css'

const icons: Readonly<Record<Severity, typeof Info>> = {
  danger: CircleAlert,
  change: TriangleAlert,
  note: Info,
}
const words: Readonly<Record<Severity, string>> = { danger: 'Danger', change: 'Change', note: 'Note' }

interface ListProps {
  readonly changes: readonly Change[]
  readonly document: DesignDocument
  readonly site: LogicalId
}

function ChangeList({ changes, document, site }: ListProps) {
  return (
    <ul className={styles['changes']}>
      {byGravity(changes).map(({ severity, text, before, after, setting }) => {
        const Icon = icons[severity]
        const path = setting === '' ? undefined : settingPath(document, site, setting)
        const thing = path && thingAt(document, path)
        return (
          <li key={`${setting} ${text}`} data-severity={severity}>
            <Icon size={15} aria-label={words[severity]} />
            <div>
              {text}
              {before !== after && before.length + after.length < 160 && (
                <div className={styles['values']}>
                  <del>{before}</del> → <ins>{after}</ins>
                </div>
              )}
              {path && thing && (
                <button type="button" className={styles['where']} onClick={() => select(thing.path, path)}>
                  <CornerUpRight size={12} aria-hidden /> {thing.title}
                </button>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Move({ routed: { before, after } }: { readonly routed: RoutingClass }) {
  if (before.behavior === after.behavior && before.origin === after.origin) return null
  return (
    <div className={styles['values']}>
      <del>
        {before.behavior} → {before.origin}
      </del>{' '}
      <ins>
        {after.behavior} → {after.origin}
      </ins>
    </div>
  )
}

/** Kinds of paths for which the very same changes, together. */
function Routed({ group, ...rest }: { readonly group: Group } & Omit<ListProps, 'changes'>) {
  return (
    <section className={styles['class']}>
      <ul className={styles['paths']}>
        {group.classes.map((one) => (
          <li key={one.witness}>
            <code>{one.witness}</code> <span className={styles['muted']}>{one.paths}</span>
            <Move routed={one} />
          </li>
        ))}
      </ul>
      {group.changes.length === 0 ? (
        <p className={styles['muted']}>Served in the same way as before.</p>
      ) : (
        <ChangeList changes={group.changes} {...rest} />
      )}
    </section>
  )
}

/** What a design changes for viewers: for all paths, then by the paths that it changes something for. */
export function Changes({
  compared,
  document,
}: {
  readonly compared: Compared
  readonly document: DesignDocument
}) {
  const { sites, gone, added } = compared
  const count = sites.reduce((sum, { review }) => sum + review.distribution.length + review.routing.length, 0)
  if (count + gone.length + added.length === 0)
    return <p className={styles['none']}>Viewers notice nothing: every path is served as before.</p>
  return (
    <section aria-label="What changes for viewers" className={styles['all']}>
      <h3>What changes for viewers</h3>
      {[
        ...gone.map((id) => `The distribution “${id}” is gone.`),
        ...added.map((id) => `The distribution “${id}” is new.`),
      ].map((text) => (
        <p key={text}>{text}</p>
      ))}
      {sites.map(({ id, review }) => (
        <div key={id} className={styles['site']}>
          {sites.length > 1 && <h3>{id}</h3>}
          <ChangeList changes={review.distribution} document={document} site={id} />
          {review.routing.length > 0 && (
            <p className={styles['muted']}>
              {counted(review.routing.length, 'kind of path', 'kinds of paths')} served differently:
            </p>
          )}
          {groupsOf(review).map((group) => (
            <Routed key={group.classes[0]?.witness} group={group} document={document} site={id} />
          ))}
        </div>
      ))}
    </section>
  )
}
