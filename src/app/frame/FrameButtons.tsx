import { Columns2, Maximize2, Minimize2, PanelLeft, PanelRight, Rows2 } from 'lucide-react'
import { entryOf, useMode } from '#app/panels.ts'
import { isFolded, useFrame } from '#state/frame.ts'
import { useSession } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { useScreen } from '#ui/use-screen.ts'
import styles from './frame.module.css'
import { toggleSide, turnSplit } from './frame-commands.ts'
import { splitOf } from './Middle.tsx'
import { toggleMaximised } from './panes.ts'

/** How the window is shared out, by mouse; the same as the commands. */
export function FrameButtons() {
  const mode = useMode()
  const screen = useScreen()
  const { folded, splits, maximised } = useFrame()
  const entry = useSession(({ panel }) => entryOf(panel))
  if (screen === 'phone') return null
  const isWide = screen === 'wide'
  const isLeftAway = isFolded({ folded }, mode, 'left')
  const isBeside = entry !== undefined && splitOf(entry, splits).isBeside
  const isRightAway = isFolded({ folded }, mode, 'right')
  return (
    <fieldset className={styles['buttons']} aria-label="Window">
      {isWide && (
        <Button
          kind="quiet"
          label={isLeftAway ? 'Show palette and outline' : 'Fold palette and outline away'}
          shortcut="Ctrl+B"
          icon={<PanelLeft size={16} aria-hidden />}
          onPress={() => toggleSide('left')}
        />
      )}
      {isWide && (
        // It has its place where there is nothing to put too, so that the modes beside it never move.
        <Button
          kind="quiet"
          label={isBeside ? 'Put it below the drawing' : 'Put it beside the drawing'}
          isDisabled={!entry}
          icon={isBeside ? <Rows2 size={16} aria-hidden /> : <Columns2 size={16} aria-hidden />}
          onPress={turnSplit}
        />
      )}
      <Button
        kind="quiet"
        label={maximised ? 'Show all panes again' : 'Give the window to this pane'}
        shortcut="Alt+M"
        icon={maximised ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
        onPress={toggleMaximised}
      />
      {isWide && (
        <Button
          kind="quiet"
          label={isRightAway ? 'Show the settings' : 'Fold the settings away'}
          shortcut="Ctrl+Alt+B"
          icon={<PanelRight size={16} aria-hidden />}
          onPress={() => toggleSide('right')}
        />
      )}
    </fieldset>
  )
}
