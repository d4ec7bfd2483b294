import type { PanelEntry } from '#app/panels.ts'
import { useKeptScroll } from '#ui/kept-scroll.ts'
import { Loaded } from '#ui/Loaded.tsx'
import styles from './frame.module.css'
import { Pane } from './Pane.tsx'

/** The work of a mode, fetched when it is first shown. */
export function WorkPane({ entry: { id, label, load } }: { readonly entry: PanelEntry }) {
  const scroller = useKeptScroll(`work ${id}`)
  return (
    <Pane id="work" label={label}>
      <div ref={scroller} className={styles['work']} role="tabpanel" aria-label={label}>
        <Loaded key={id} from={load} />
      </div>
    </Pane>
  )
}
