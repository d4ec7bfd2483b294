import { X } from 'lucide-react'
import { Dialog as AriaBox, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './Button.tsx'
import styles from './controls.module.css'
import type { DialogProps } from './Dialog.tsx'

/** A modal dialog; Escape and a click beside it close it, the focus goes back to where it was. */
export function AriaDialog({ title, onClose, isWide, actions, children }: DialogProps) {
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
        <AriaBox className={`${styles['dialog']} ${isWide ? styles['wide'] : ''}`}>
          <div className={styles['dialogHead']}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" label="Close" icon={<X size={16} aria-hidden />} onPress={onClose} />
          </div>
          <div className={styles['dialogBody']}>{children}</div>
          {actions !== undefined && <div className={styles['dialogFoot']}>{actions}</div>}
        </AriaBox>
      </Modal>
    </ModalOverlay>
  )
}
