import { LaterPart, later } from './Loaded.tsx'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** Entries of one group stand together, with a line between groups. */
  readonly group?: string
  readonly shortcut?: string | undefined
  readonly isDisabled?: boolean
  readonly run: () => void
}

export interface MenuProps {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  /** Where on the screen it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
}

const menu = later<MenuProps>(async () => (await import('./AriaMenu.tsx')).AriaMenu)
export const fetchMenu = menu.fetch

/** A menu at a point of the screen. */
export const ContextMenu = (props: MenuProps) => <LaterPart of={menu} props={props} />
