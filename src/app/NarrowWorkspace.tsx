import { PanelLeft, PanelRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { Palette } from '#features/canvas/palette/Palette.tsx'
import { Inspector } from '#features/inspector/Inspector.tsx'
import { Outline } from '#features/outline/Outline.tsx'
import { currentDocument } from '#state/design.ts'
import { useSession } from '#state/session.ts'
import { thingAt } from '#things/thing.ts'
import { Button } from '#ui/Button.tsx'
import { Drawer } from '#ui/Drawer.tsx'
import styles from './app.module.css'
import { Bottom } from './Bottom.tsx'
import { Drawing } from './Drawing.tsx'

/** On a small screen the canvas has all of the width; palette, outline and inspector are drawers over it. */
export function NarrowWorkspace() {
  const [open, setOpen] = useState<'left' | 'right' | undefined>(undefined)
  const focus = useSession((session) => session.focus)
  const selection = useSession((session) => session.selection)
  const title = thingAt(currentDocument(), selection)?.title
  // What leads to a field shows it.
  useEffect(() => {
    if (focus) setOpen('right')
  }, [focus])
  const toggle = (side: 'left' | 'right') => setOpen(open === side ? undefined : side)
  return (
    <div className={styles['narrow']}>
      <div className={styles['drawers']}>
        <Button icon={<PanelLeft size={15} aria-hidden />} onPress={() => toggle('left')}>
          Palette and outline
        </Button>
        <Button icon={<PanelRight size={15} aria-hidden />} onPress={() => toggle('right')}>
          {title === undefined ? 'Settings' : `Settings of ${title}`}
        </Button>
      </div>
      <div className={styles['center']}>
        <Group orientation="vertical" disableCursor>
          <Panel minSize="25%">
            <Drawing />
          </Panel>
          <Separator className={styles['handle']} aria-label="Height of the panels" />
          <Panel defaultSize="38%" minSize="90px">
            <Bottom />
          </Panel>
        </Group>
        {open === 'left' && (
          <Drawer title="Palette and outline" side="left" onClose={() => setOpen(undefined)}>
            <Palette />
            <h3 className={styles['heading']}>Outline</h3>
            <Outline />
          </Drawer>
        )}
        {open === 'right' && (
          <Drawer title="Settings" side="right" onClose={() => setOpen(undefined)}>
            <Inspector />
          </Drawer>
        )}
      </div>
    </div>
  )
}
