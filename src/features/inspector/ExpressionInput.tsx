import { useState } from 'react'
import type { Expression } from '#core/model/field.ts'
import { expressionText, readExpression } from '#state/expressions.ts'
import { Button } from '#ui/Button.tsx'
import { TextInput } from '#ui/fields.tsx'
import styles from './inspector.module.css'

interface ExpressionInputProps {
  readonly id: string
  readonly describedBy: string | undefined
  readonly value: Expression
  readonly onChange: (value: unknown) => void
}

/** A value that the deployment decides: shown as its source says it, editable, and replaceable by a plain value. */
export function ExpressionInput({ id, describedBy, value, onChange }: ExpressionInputProps) {
  const printed = expressionText(value)
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const [failure, setFailure] = useState<string | undefined>(undefined)
  const text = draft ?? printed
  const take = async () => {
    if (draft === undefined || draft === printed) return
    const read = await readExpression(draft)
    setFailure(read.ok ? undefined : read.error)
    if (!read.ok) return
    setDraft(undefined)
    onChange(draft.trim() === '' ? undefined : read.value)
  }
  return (
    <div className={styles['expression']}>
      <div className={styles['expressionRow']}>
        <TextInput
          id={id}
          describedBy={describedBy}
          value={text}
          onChange={setDraft}
          onEnter={() => void take()}
          onBlur={() => void take()}
        />
        <Button kind="quiet" label="Set a plain value instead" onPress={() => onChange('')}>
          abc
        </Button>
      </div>
      <div className={failure === undefined ? styles['origin'] : styles['draft']}>
        {failure ??
          ('like' in value && value.like
            ? `Decided by the deployment; looks like ${value.like}`
            : 'Decided by the deployment')}
      </div>
    </div>
  )
}
