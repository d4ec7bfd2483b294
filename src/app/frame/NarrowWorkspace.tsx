import { PanelLeft, PanelRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useMode } from '#app/panels.ts'
import { Inspector } from '#features/inspector/Inspector.tsx'
import { currentDocument } from '#state/design.ts'
import { useFrame } from '#state/frame.ts'
import { useSession } from '#state/session.ts'
import { thingAt } from '#things/thing.ts'
import { Button } from '#ui/Button.tsx'
import { Drawer } from '#ui/Drawer.tsx'
import { DockTabs } from './DockTabs.tsx'
import styles from './frame.module.css'
import { Middle } from './Middle.tsx'
import { Things } from './Workspace.tsx'

/** On a small screen the canvas has all of the width; palette, outline and inspector are drawers over it. */
export function NarrowWorkspace() {
  const [open, setOpen] = useState<'left' | 'right' | undefined>(undefined)
  const mode = useMode()
  const maximised = useFrame((frame) => frame.maximised)
  const focus = useSession((session) => session.focus)
  const selection = useSession((session) => session.selection)
  const hasWork = useSession(({ panel }) => panel !== undefined)
  const title = thingAt(currentDocument(), selection)?.title
  // What leads to a field shows it.
  useEffect(() => {
    if (focus) setOpen('right')
  }, [focus])
  const toggle = (side: 'left' | 'right') => setOpen(open === side ? undefined : side)
  return (
    <div className={styles['narrow']} data-only={hasWork ? maximised : undefined}>
      <div className={styles['drawers']}>
        <Button icon={<PanelLeft size={15} aria-hidden />} onPress={() => toggle('left')}>
          Palette and outline
        </Button>
        <Button icon={<PanelRight size={15} aria-hidden />} onPress={() => toggle('right')}>
          {title === undefined ? 'Settings' : `Settings of ${title}`}
        </Button>
      </div>
      <div className={styles['behind']}>
        <Middle />
        {open === 'left' && (
          <Drawer title="Palette and outline" side="left" onClose={() => setOpen(undefined)}>
            <Things />
          </Drawer>
        )}
        {open === 'right' && (
          <Drawer title="Settings" side="right" onClose={() => setOpen(undefined)}>
            <Inspector />
          </Drawer>
        )}
      </div>
      {mode === 'design' && <DockTabs />}
    </div>
  )
}
