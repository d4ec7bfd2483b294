import { useState } from 'react'
import { TextArea, TextInput } from '#ui/fields.tsx'
import styles from './inspector.module.css'

/** How one kind of value is written and read as text. */
export interface TextForm {
  readonly print: (value: unknown) => string
  /** Undefined where the text is no such value (yet). */
  readonly parse: (text: string) => { readonly value: unknown } | undefined
  readonly isLong?: boolean
  /** What a text that cannot be read should look like. */
  readonly expected?: string
}

interface ParsedProps {
  readonly id?: string
  readonly label?: string
  readonly describedBy?: string | undefined
  readonly placeholder?: string | undefined
  readonly value: unknown
  readonly form: TextForm
  /** `undefined` removes the field. */
  readonly onChange: (value: unknown) => void
}

/** A text that becomes a value as soon as it can be read; until then it stays as typed, and says what it should be. */
export function Parsed({ value, form, onChange, ...rest }: ParsedProps) {
  const { print, parse, isLong = false, expected } = form
  const printed = print(value)
  // A draft holds only as long as the value it was typed over: undo and other edits show what holds now.
  const [draft, setDraft] = useState<{ text: string; of: string; isRead: boolean } | undefined>(undefined)
  const current = draft?.of === printed ? draft : undefined
  const Input = isLong ? TextArea : TextInput
  return (
    <>
      <Input
        {...rest}
        value={current?.text ?? printed}
        onBlur={() => {
          if (current?.isRead) setDraft(undefined)
        }}
        onChange={(text) => {
          const parsed = text.trim() === '' ? { value: undefined } : parse(text)
          setDraft({ text, of: parsed ? print(parsed.value) : printed, isRead: parsed !== undefined })
          if (parsed) onChange(parsed.value)
        }}
      />
      {current && !current.isRead && (
        <div className={styles['draft']} role="status">
          Not applied{expected ? `: write ${expected}` : ''}.
        </div>
      )}
    </>
  )
}
