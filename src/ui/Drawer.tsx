import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './drawer.module.css'

interface DrawerProps {
  readonly title: string
  readonly side: 'left' | 'right'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A pane that lies over the edge of what is behind it, which stays in use: things are dragged out of it. */
export function Drawer({ title, side, onClose, children }: DrawerProps) {
  return (
    <aside
      className={styles['drawer']}
      data-side={side}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={styles['head']}>
        <b>{title}</b>
        <Button kind="quiet" label={`Close: ${title}`} icon={<X size={16} aria-hidden />} onPress={onClose} />
      </div>
      <div className={styles['body']}>{children}</div>
    </aside>
  )
}
