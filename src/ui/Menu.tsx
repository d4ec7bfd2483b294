import { useRef } from 'react'
import { Menu as AriaMenu, MenuItem, MenuSection, Popover, Separator, Text } from 'react-aria-components'
import { keyText } from './key-text.ts'
import styles from './menu.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** Entries of one group stand together, with a line between groups. */
  readonly group?: string
  readonly shortcut?: string | undefined
  readonly isDisabled?: boolean
  readonly run: () => void
}

interface MenuProps {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  /** Where on the screen it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly onClose: () => void
}

/** A menu at a point of the screen: by right click, by Shift+F10 or the menu key. Arrows, letters and Escape work. */
export function ContextMenu({ label, entries, at, onClose }: MenuProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const groups = [...new Set(entries.map(({ group }) => group))]
  return (
    <>
      <span ref={anchor} className={styles['anchor']} style={{ left: at.x, top: at.y }} />
      <Popover
        className={styles['popover'] ?? ''}
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={2}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <AriaMenu
          className={styles['menu'] ?? ''}
          aria-label={label}
          autoFocus="first"
          disabledKeys={entries.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
          onClose={onClose}
          onAction={(key) => {
            onClose()
            entries.find(({ id }) => id === key)?.run()
          }}
        >
          {groups.map((group, index) => (
            <MenuSection key={group ?? ''} aria-label={group ?? label}>
              {index > 0 && <Separator className={styles['line'] ?? ''} />}
              {entries
                .filter((entry) => entry.group === group)
                .map((entry) => (
                  <MenuItem
                    key={entry.id}
                    id={entry.id}
                    className={styles['entry'] ?? ''}
                    textValue={entry.label}
                  >
                    <Text slot="label">{entry.label}</Text>
                    {entry.shortcut && <kbd>{keyText(entry.shortcut)}</kbd>}
                  </MenuItem>
                ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </>
  )
}
