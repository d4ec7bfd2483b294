/** From a key press to the command that it runs. */
import { tableOf } from '#core/ground/names.ts'
import { type Command, commands } from '#state/commands.ts'
import { useSession } from '#state/session.ts'

const named: Readonly<Record<string, string>> = tableOf({
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: 'Delete',
  ' ': 'Space',
  Escape: 'Esc',
})

/** A key press as the sheet of shortcuts writes it: `Ctrl+Shift+Z`, `Alt+↑`, `?`. */
export function pressed(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = named[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key)
  // A sign such as “?” or “+” needs Shift on some keyboards and not on others.
  const isSign = event.key.length === 1 && event.key.toUpperCase() === event.key.toLowerCase()
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl' : undefined,
    event.altKey ? 'Alt' : undefined,
    event.shiftKey && !isSign ? 'Shift' : undefined,
    key,
  ]
    .filter((part) => part !== undefined)
    .join('+')
}

/** A checkbox takes no text, though it is an input. */
const typing =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable="true"], .monaco-editor'

/** Where the keys of things are heard: on a node, on an entry of the outline, or where no control has the focus. */
const isOnDesign = (target: Element): boolean =>
  target === document.body ||
  target.matches('[data-pane]') ||
  target.closest('.react-flow__node, .react-flow__edge, [data-thing]') !== null

function hears(command: Command, target: Element): boolean {
  if (command.where === 'everywhere') return true
  if (target.closest(typing) !== null) return false
  if (command.where !== 'design') return true
  return isOnDesign(target)
}

/** What Ctrl+A takes in where it has nothing else to do: the text that is read, and not every word of the page. */
function selectText(event: KeyboardEvent, target: Element): void {
  if (pressed(event) !== 'Ctrl+A' || target.closest(typing) !== null) return
  event.preventDefault()
  const text = target.closest('[role="document"], [role="dialog"], [data-pane="work"], [data-pane="right"]')
  if (text) getSelection()?.selectAllChildren(text)
}

/** Runs the command of a key press; a dialog that is open keeps the keys to itself. */
export function handleShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return
  const { target } = event
  if (useSession.getState().dialog !== undefined || target.closest('[role="dialog"], [role="menu"]')) {
    selectText(event, target)
    return
  }
  const keys = pressed(event)
  const command = commands().find((one) => one.keys?.includes(keys) && hears(one, target))
  if (!command || command.isPossible?.() === false) {
    selectText(event, target)
    return
  }
  event.preventDefault()
  command.run()
}
