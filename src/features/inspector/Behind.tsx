import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { inSentence } from '#core/ground/in-sentence.ts'
import type { Path } from '#core/model/path.ts'
import { announceEdit } from '#state/done.ts'
import { changeExpression } from '#state/expressions.ts'
import { Button } from '#ui/Button.tsx'
import { TextInput } from '#ui/fields.tsx'
import styles from './inspector.module.css'

interface BehindProps {
  /** As the template says it. */
  readonly expression: string
  readonly path: Path
  readonly label: string
}

/** The expression that gave a value: shown beside the value, and changed as an expression, which is evaluated anew. */
export function Behind({ expression, path, label }: BehindProps) {
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const [failure, setFailure] = useState<string | undefined>(undefined)
  const field = useRef<HTMLDivElement>(null)
  const isOpen = draft !== undefined
  useEffect(() => {
    if (isOpen) field.current?.querySelector('input')?.focus()
  }, [isOpen])
  const close = () => {
    setDraft(undefined)
    setFailure(undefined)
  }
  const take = async () => {
    if (draft === undefined || draft.trim() === '' || draft === expression) return close()
    const what = `Change expression of ${inSentence(label)}`
    const changed = await changeExpression(path, draft, what)
    if (!changed.ok) return setFailure(changed.error)
    close()
    announceEdit({ label: what })
  }
  if (draft === undefined)
    return (
      <div className={styles['behind']}>
        <span>
          from <code>{expression}</code>
        </span>
        <Button
          kind="quiet"
          label={`Edit the expression of ${label}`}
          icon={<Pencil size={12} aria-hidden />}
          onPress={() => setDraft(expression)}
        />
      </div>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the field within opened
    <div
      ref={field}
      className={styles['expression']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <div className={styles['expressionRow']}>
        <TextInput
          label={`Expression of ${label}`}
          value={draft}
          onChange={setDraft}
          onEnter={() => void take()}
        />
        <Button onPress={() => void take()}>Evaluate</Button>
      </div>
      <div className={failure === undefined ? styles['origin'] : styles['draft']} role="status">
        {failure ?? 'Enter evaluates it, Escape leaves it. A value typed above takes its place.'}
      </div>
    </div>
  )
}
