/** Every command once: the palette, the shortcuts and the sheet of shortcuts all read this list. */
import { redo, undo } from '#state/design.ts'
import { insertItem, listItems } from '#state/palette-port.ts'
import { setTheme, showDialog, showPanel, useSession } from '#state/session.ts'

export interface Command {
  readonly id: string
  readonly label: string
  /** As shown; `Ctrl` is the command key on a Mac. */
  readonly shortcut?: string
  readonly run: () => void
}

const dark = () => matchMedia('(prefers-color-scheme: dark)').matches

/** The other of light and dark than what is shown now. */
export function toggleTheme(): void {
  const { theme } = useSession.getState()
  const isDark = theme === 'dark' || (theme === 'system' && dark())
  setTheme(isDark ? 'light' : 'dark')
}

const fixed: readonly Command[] = [
  { id: 'open', label: 'Open a template or design', shortcut: 'Ctrl+O', run: () => showDialog('open') },
  { id: 'export', label: 'Export the design', shortcut: 'Ctrl+S', run: () => showDialog('export') },
  { id: 'undo', label: 'Undo', shortcut: 'Ctrl+Z', run: undo },
  { id: 'redo', label: 'Redo', shortcut: 'Ctrl+Shift+Z', run: redo },
  { id: 'commands', label: 'Command palette', shortcut: 'Ctrl+K', run: () => showDialog('commands') },
  { id: 'shortcuts', label: 'Keyboard shortcuts', shortcut: '?', run: () => showDialog('shortcuts') },
  { id: 'problems', label: 'Show problems', run: () => showPanel('problems') },
  { id: 'trace', label: 'Trace a request', shortcut: 'Ctrl+Enter', run: () => showPanel('trace') },
  { id: 'source', label: 'Show the source', run: () => showPanel('source') },
  { id: 'plan', label: 'Plan and apply', run: () => showPanel('plan') },
  { id: 'theme', label: 'Switch between light and dark', run: toggleTheme },
]

/** All commands, those of the palette's items too. */
export const commands = (): readonly Command[] => [
  ...fixed,
  ...listItems().map(({ id, label }) => ({
    id: `add ${id}`,
    label: `Add ${label}`,
    run: () => insertItem(id),
  })),
]

const pressed = (event: KeyboardEvent): string =>
  [
    event.ctrlKey || event.metaKey ? 'Ctrl' : undefined,
    event.shiftKey && event.key !== '?' ? 'Shift' : undefined,
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ]
    .filter((part) => part !== undefined)
    .join('+')

/** Runs the command of a key press; plain keys are left to the field that has the focus. */
export function handleShortcut(event: KeyboardEvent): void {
  const isTyping =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
  const keys = pressed(event)
  const command = fixed.find(({ shortcut }) => shortcut === keys)
  if (!command || (isTyping && (!keys.startsWith('Ctrl') || /^Ctrl\+(Shift\+)?Z$/.test(keys)))) return
  event.preventDefault()
  command.run()
}
