import { type ReactNode, useRef } from 'react'
import { Button } from './Button.tsx'

interface FileButtonProps {
  /** What the file is for, to those who hear the page. */
  readonly label: string
  readonly children: ReactNode
  readonly icon?: ReactNode
  readonly kind?: 'primary'
  /** Endings and media types, as the browser's own picker takes them. */
  readonly accept?: string
  readonly onPick: (file: File) => void
}

/** Asks for a file with a button like the others: the browser's own says words of its language and has no theme. */
export function FileButton({ label, children, icon, kind, accept, onPick }: FileButtonProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={picker}
        hidden
        type="file"
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onPick(file)
          // The same file can be chosen again after it was changed.
          event.target.value = ''
        }}
      />
      <Button {...(kind && { kind })} icon={icon} onPress={() => picker.current?.click()}>
        {children}
      </Button>
    </>
  )
}
