/** Keys as the system writes them: `Ctrl+Shift+Z` is ⇧⌘Z on a Mac. */

const isMac = (): boolean => typeof navigator !== 'undefined' && /^(Mac|iP)/.test(navigator.platform)

const signs: Readonly<Record<string, string>> = {
  Ctrl: '⌘',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Delete: '⌫',
  Esc: 'esc',
}
/** The order in which a Mac writes them. */
const order = ['Alt', 'Shift', 'Ctrl']

export function keyText(keys: string, mac = isMac()): string {
  if (!mac) return keys
  // A sign of its own at the end: `Ctrl++`.
  const parts = keys.endsWith('+') ? [...keys.slice(0, -1).split('+').filter(Boolean), '+'] : keys.split('+')
  const held = order.filter((one) => parts.slice(0, -1).includes(one))
  return [...held, parts.at(-1) ?? ''].map((part) => signs[part] ?? part).join('')
}
