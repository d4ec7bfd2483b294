import type { ReactNode } from 'react'
import { LaterPart, later } from './Loaded.tsx'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  /** For what stands in two columns. */
  readonly isWide?: boolean
  /** What stands at the foot and stays in sight, however long the rest is. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

const dialog = later<DialogProps>(async () => (await import('./AriaDialog.tsx')).AriaDialog)
export const fetchDialog = dialog.fetch

/** A modal dialog; Escape and a click beside it close it, the focus goes back to where it was. */
export const Dialog = (props: DialogProps) => <LaterPart of={dialog} props={props} />
