import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import styles from './controls.module.css'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  /** For what stands in two columns. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** A modal dialog; Escape and a click beside it close it, the focus goes back to where it was. */
export function Dialog({ title, onClose, isWide, children }: DialogProps) {
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal>
        <AriaDialog className={`${styles['dialog']} ${isWide ? styles['wide'] : ''}`}>
          <div className={styles['dialogHead']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" label="Close" icon={<X size={16} aria-hidden />} onPress={onClose} />
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
