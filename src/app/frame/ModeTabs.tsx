import { showMode, useMode } from '#app/panels.ts'
import { modes } from '#state/frame.ts'
import { TabList } from '#ui/TabList.tsx'
import { useScreen } from '#ui/use-screen.ts'
import styles from './frame.module.css'

/** The places of the work; each gets the window. */
export function ModeTabs() {
  const mode = useMode()
  // A phone has panels of its own.
  if (useScreen() === 'phone') return null
  return (
    <TabList
      label="Modes"
      className={styles['modes']}
      selected={mode}
      onSelect={(id) => {
        const to = modes.find((one) => one.id === id)
        if (to) showMode(to.id)
      }}
      tabs={modes.map(({ id, label }) => ({ id, label, className: styles['mode'] }))}
    />
  )
}
