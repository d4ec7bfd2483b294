import { useMemo } from 'react'
import type { DesignDocument } from '#core/model/document.ts'
import { neighborsAround } from '#core/neighbors/around.ts'
import { select } from '#state/session.ts'
import { linksOf, mattersOf } from '#things/around.ts'
import type { Thing } from '#things/thing.ts'
import styles from './inspector.module.css'

/** What of a neighbor matters to CloudFront, and what it is linked to. Nothing here can be changed. */
export function Matters({ document, thing }: { readonly document: DesignDocument; readonly thing: Thing }) {
  const around = useMemo(
    () => neighborsAround(document).find(({ id }) => id === thing.owner),
    [document, thing.owner],
  )
  if (!around) return null
  const links = linksOf(document, around)
  return (
    <section className={styles['section']} aria-label="What matters to CloudFront">
      <h3 className={styles['sectionTitle']}>What matters to CloudFront</h3>
      <dl className={styles['matters']}>
        {mattersOf(document, around).map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {links.length > 0 && (
          <div>
            <dt>Linked to</dt>
            <dd>
              {links.map(({ path, title }) => (
                <button
                  key={path.join('/')}
                  type="button"
                  className={styles['link']}
                  onClick={() => select(path)}
                >
                  {title}
                </button>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
