import { type ReactNode, useRef } from 'react'
import { Button } from './Button.tsx'

interface FileButtonProps {
  /** What the file is for, to those who hear the page. */
  readonly label: string
  readonly children?: ReactNode
  readonly icon?: ReactNode
  readonly kind?: 'primary'
  /** Endings and media types, as the browser's own picker takes them. */
  readonly accept?: string
  /** Several files, or all that a folder holds; one file where absent. */
  readonly of?: 'several' | 'folder'
  /** What the button says where it has an icon alone. */
  readonly title?: string
  readonly onPick: (file: File, all: readonly File[]) => void
}

/** Asks for a file with a button like the others: the browser's own says words of its language and has no theme. */
export function FileButton({ label, children, icon, kind, accept, of, title, onPick }: FileButtonProps) {
  const picker = useRef<HTMLInputElement | null>(null)
  return (
    <>
      <input
        ref={(input) => {
          picker.current = input
          // React knows no such attribute of its types.
          if (input) input.webkitdirectory = of === 'folder'
        }}
        hidden
        type="file"
        aria-label={label}
        accept={accept}
        multiple={of === 'several'}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          const [file] = files
          if (file) onPick(file, files)
          // The same file can be chosen again after it was changed.
          event.target.value = ''
        }}
      />
      <Button
        {...(kind && { kind })}
        {...(title !== undefined && { label: title })}
        icon={icon}
        onPress={() => picker.current?.click()}
      >
        {children}
      </Button>
    </>
  )
}
