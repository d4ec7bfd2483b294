import { useMemo } from 'react'
import { panels } from '#app/panels.ts'
import { useDesign } from '#state/design.ts'
import { useProblems } from '#state/problems.ts'
import { showPanel, useSession } from '#state/session.ts'
import { TabList } from '#ui/TabList.tsx'
import styles from './frame.module.css'

const docked = panels.filter(({ mode }) => mode === 'design')

/** Errors and warnings; what is only worth knowing does not ask for attention. */
function ProblemCount() {
  const problems = useProblems((state) => state.problems)
  const serious = problems.filter(({ severity }) => severity !== 'info').length
  const worst = problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
  return (
    // A zero is shown too: the tabs stay where they are, and the line below is as wide as what it marks.
    <span className={styles['count']} data-worst={serious > 0 ? worst : undefined}>
      {serious}
    </span>
  )
}

/** What a source declares that a deployment gives values for. */
const declares = /^\s*("?Parameters"?\s*:|variable\s+")/m

/** Values are for sources that ask for some. */
function useHasValues(): boolean {
  const text = useDesign(({ history }) => history.present.source?.text)
  return useMemo(() => text !== undefined && declares.test(text), [text])
}

/** What can stand beside the drawing, along the foot of the window; what stands there is put away by its own tab. */
export function DockTabs() {
  const panel = useSession((session) => session.panel)
  const hasValues = useHasValues()
  return (
    <TabList
      label="Beside the drawing"
      className={styles['dock']}
      selected={panel ?? ''}
      onSelect={(id) => showPanel(id === panel ? undefined : docked.find((one) => one.id === id)?.id)}
      tabs={docked
        .filter(({ id }) => id !== 'values' || hasValues || panel === id)
        .map(({ id, label }) => ({
          id,
          className: styles['dockTab'],
          label: (
            <>
              {label}
              {id === 'problems' && <ProblemCount />}
            </>
          ),
        }))}
    />
  )
}
