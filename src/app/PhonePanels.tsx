import { entryOf } from '#app/panels.ts'
import { type PanelId, showPanel, useSession } from '#state/session.ts'
import { TabList } from '#ui/TabList.tsx'
import styles from './app.module.css'
import { WorkPane } from './frame/WorkPane.tsx'

/** What can be read and tried without drawing. */
const offered = (['trace', 'problems'] satisfies readonly PanelId[]).flatMap((id) => entryOf(id) ?? [])

/** The panels of a phone, one at a time. */
export function PhonePanels() {
  const panel = useSession((session) => session.panel)
  const shown = offered.find(({ id }) => id === panel) ?? offered[0]
  return (
    <div className={styles['bottom']}>
      <TabList
        label="Panels"
        className={styles['tabs']}
        selected={shown?.id ?? ''}
        onSelect={(id) => showPanel(offered.find((one) => one.id === id)?.id)}
        tabs={offered.map(({ id, label }) => ({ id, label, className: styles['tab'] }))}
      />
      {shown && <WorkPane entry={shown} />}
    </div>
  )
}
