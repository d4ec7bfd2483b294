/** The commands of the page as a whole; those of the canvas and of the problems are registered beside them. */

import type { Command } from '#state/commands.ts'
import { redo, undo, useDesign } from '#state/design.ts'
import { currentFile, saveToFile } from '#state/files.ts'
import { canShowFirstSteps, showFirstSteps } from '#state/first-steps.ts'
import { setTheme, showDialog, showPanel, useSession } from '#state/session.ts'

const dark = () => matchMedia('(prefers-color-scheme: dark)').matches

/** The other of light and dark than what is shown now. */
export function toggleTheme(): void {
  const { theme } = useSession.getState()
  const isDark = theme === 'dark' || (theme === 'system' && dark())
  setTheme(isDark ? 'light' : 'dark')
}

const isOpen = () => useDesign.getState().id !== ''

export const pageCommands: readonly Command[] = [
  {
    id: 'commands',
    group: 'Page',
    label: 'Command palette',
    keys: ['Ctrl+K'],
    where: 'everywhere',
    isKeyOnly: true,
    run: () => showDialog('commands'),
  },
  {
    id: 'open',
    group: 'Page',
    label: 'Open a template or design',
    keys: ['Ctrl+O'],
    where: 'everywhere',
    run: () => showDialog('open'),
  },
  {
    id: 'export',
    group: 'Page',
    label: 'Save to the file, or export the design',
    keys: ['Ctrl+S'],
    where: 'everywhere',
    isPossible: isOpen,
    run: () => (currentFile() ? void saveToFile() : showDialog('export')),
  },
  {
    id: 'export-as',
    group: 'Page',
    label: 'Export in another format, as a picture, or print',
    keys: ['Ctrl+Shift+S'],
    where: 'everywhere',
    isPossible: isOpen,
    run: () => showDialog('export'),
  },
  {
    id: 'share',
    group: 'Page',
    label: 'Share the design as a link',
    isPossible: isOpen,
    run: () => showDialog('share'),
  },
  {
    id: 'versions',
    group: 'Page',
    label: 'Earlier versions of the design',
    isPossible: isOpen,
    run: () => showDialog('versions'),
  },
  {
    id: 'undo',
    group: 'Edit',
    label: 'Undo',
    keys: ['Ctrl+Z'],
    isPossible: () => useDesign.getState().history.past.length > 0,
    run: undo,
  },
  {
    id: 'redo',
    group: 'Edit',
    label: 'Redo',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    isPossible: () => useDesign.getState().history.future.length > 0,
    run: redo,
  },
  {
    id: 'problems',
    group: 'View',
    label: 'Show problems',
    isPossible: isOpen,
    run: () => showPanel('problems'),
  },
  {
    id: 'trace',
    group: 'View',
    label: 'Trace a request',
    keys: ['Ctrl+Enter'],
    where: 'everywhere',
    isPossible: isOpen,
    run: () => showPanel('trace'),
  },
  {
    id: 'source',
    group: 'View',
    label: 'Show the source',
    isPossible: isOpen,
    run: () => showPanel('source'),
  },
  { id: 'theme', group: 'Page', label: 'Switch between light and dark', run: toggleTheme },
  { id: 'system-theme', group: 'Page', label: 'Use the theme of the system', run: () => setTheme('system') },
  {
    id: 'first-steps',
    group: 'Page',
    label: 'First steps: a short tour',
    isPossible: () => isOpen() && canShowFirstSteps(),
    run: showFirstSteps,
  },
  {
    id: 'shortcuts',
    group: 'Page',
    label: 'Keyboard shortcuts',
    keys: ['?'],
    run: () => showDialog('shortcuts'),
  },
]
