import { useRef } from 'react'
import { Menu as AriaList, MenuItem, MenuSection, Popover, Separator, Text } from 'react-aria-components'
import { keyText } from './key-text.ts'
import type { MenuProps } from './Menu.tsx'
import styles from './menu.module.css'

/** A menu at a point of the screen: by right click, by Shift+F10 or the menu key. Arrows, letters and Escape work. */
export function AriaMenu({ label, entries, at, onClose }: MenuProps) {
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
        <AriaList
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
        </AriaList>
      </Popover>
    </>
  )
}
