/** The commands of the window: its modes, its sides, its panes. */
import { entryOf, modeOf, showMode } from '#app/panels.ts'
import type { Command } from '#state/commands.ts'
import { useDesign } from '#state/design.ts'
import { fold, isFolded, keepSplit, modes, type Side, useFrame } from '#state/frame.ts'
import { announce, useSession } from '#state/session.ts'
import { enterPane } from '#ui/enter-pane.ts'
import { splitOf } from './Middle.tsx'
import { goRound, toggleMaximised } from './panes.ts'

const isOpen = () => useDesign.getState().id !== ''
const mode = () => modeOf(useSession.getState().panel)

/** Folds a side away, or brings it back. The settings are those of something, so they need a selection. */
export function toggleSide(side: Side): void {
  const isAway = isFolded(useFrame.getState(), mode(), side)
  fold(mode(), side, !isAway)
  if (side === 'right' && isAway && useSession.getState().selection === undefined)
    announce('Select something to see its settings.')
}

/** Puts the work of the mode beside the drawing, or below it. */
export function turnSplit(): void {
  const entry = entryOf(useSession.getState().panel)
  if (!entry) return
  const split = splitOf(entry, useFrame.getState().splits)
  keepSplit(entry.id, { ...split, isBeside: !split.isBeside })
}

const hasWork = () => isOpen() && useSession.getState().panel !== undefined

export const frameCommands: readonly Command[] = [
  ...modes.map(
    ({ id, label }): Command => ({
      id: `mode-${id}`,
      group: 'Go to',
      label: `Mode: ${label}`,
      isPossible: isOpen,
      run: () => {
        showMode(id)
        enterPane(id === 'design' ? 'canvas' : 'work')
      },
    }),
  ),
  {
    id: 'maximise',
    group: 'View',
    label: 'Give the window to this pane, or back to all',
    keys: ['Alt+M'],
    where: 'everywhere',
    isPossible: isOpen,
    run: toggleMaximised,
  },
  {
    id: 'fold-left',
    group: 'View',
    label: 'Fold or unfold palette and outline',
    keys: ['Ctrl+B'],
    isPossible: isOpen,
    run: () => toggleSide('left'),
  },
  {
    id: 'fold-right',
    group: 'View',
    label: 'Fold or unfold the settings',
    keys: ['Ctrl+Alt+B'],
    isPossible: isOpen,
    run: () => toggleSide('right'),
  },
  {
    id: 'turn-split',
    group: 'View',
    label: 'Put the work beside the drawing, or below it',
    isPossible: hasWork,
    run: turnSplit,
  },
  {
    id: 'next-pane',
    group: 'View',
    label: 'Go to the next pane',
    keys: ['F6'],
    where: 'everywhere',
    isKeyOnly: true,
    isPossible: isOpen,
    run: () => goRound(1),
  },
  {
    id: 'pane-before',
    group: 'View',
    label: 'Go to the previous pane',
    keys: ['Shift+F6'],
    where: 'everywhere',
    isKeyOnly: true,
    isPossible: isOpen,
    run: () => goRound(-1),
  },
]
