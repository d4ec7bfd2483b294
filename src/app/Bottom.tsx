import { Suspense } from 'react'
import { useProblems } from '#state/problems.ts'
import { type PanelId, showPanel, useSession } from '#state/session.ts'
import { Boundary } from '#ui/Boundary.tsx'
import { Button } from '#ui/Button.tsx'
import styles from './app.module.css'
import { type PanelEntry, panels } from './panels.ts'

/** One panel: what fails in it, or fails to load, leaves the rest of the page as it is. */
function PanelPlace({ panel: { label, Panel } }: { readonly panel: PanelEntry }) {
  return (
    <Boundary
      fallback={({ message }) => (
        <div role="alert" className={styles['failed']}>
          <p>
            “{label}” cannot be shown: {message} Your design is safe, and the rest of the page works. Reload
            the page to try again.
          </p>
          <Button onPress={() => location.reload()}>Reload</Button>
        </div>
      )}
    >
      <Suspense fallback={null}>
        <Panel />
      </Suspense>
    </Boundary>
  )
}

/** The panels below the canvas, one at a time; `only` leaves some of them out. */
export function Bottom({ only }: { readonly only?: readonly PanelId[] }) {
  const panel = useSession((session) => session.panel)
  const problems = useProblems((state) => state.problems)
  const serious = problems.filter(({ severity }) => severity !== 'info').length
  const offered = panels.filter(({ id }) => only === undefined || only.includes(id))
  const shown = offered.find(({ id }) => id === panel) ?? offered[0]
  return (
    <section className={styles['bottom']} aria-label="Panels">
      <div className={styles['tabs']} role="tablist" aria-label="Panels">
        {offered.map(({ id, label }) => (
          <button
            type="button"
            role="tab"
            key={id}
            aria-selected={id === shown?.id}
            className={styles['tab']}
            onClick={() => showPanel(id)}
          >
            {label}
            {id === 'problems' && (
              <span
                className={styles['count']}
                data-serious={serious > 0}
                // It keeps its place while there is nothing to count, so that the tabs stay where they are.
                data-empty={serious === 0}
              >
                {serious}
              </span>
            )}
          </button>
        ))}
      </div>
      <div className={styles['panel']} role="tabpanel" aria-label={shown?.label}>
        {shown && <PanelPlace key={shown.id} panel={shown} />}
      </div>
    </section>
  )
}
