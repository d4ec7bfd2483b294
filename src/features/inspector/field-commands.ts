/** The tools of the field that is being typed in, by key: Tab goes from field to field and past them. */
import type { Command } from '#state/commands.ts'

export const pageKey = 'F1'
export const resetKey = 'Alt+Delete'

const tool = (key: string): HTMLElement | null | undefined =>
  document.activeElement?.closest('[data-path]')?.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`)

const command = (id: string, label: string, key: string): Command => ({
  id,
  group: 'Settings',
  label,
  keys: [key],
  where: 'everywhere',
  isKeyOnly: true,
  isPossible: () => Boolean(tool(key)),
  run: () => tool(key)?.click(),
})

export const fieldCommands: readonly Command[] = [
  command('field-page', 'AWS page of the field', pageKey),
  command('field-reset', 'Reset the field to its default', resetKey),
]
