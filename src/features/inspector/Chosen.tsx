import { X } from 'lucide-react'
import { Button } from '#ui/Button.tsx'
import { type Choice, SelectInput } from '#ui/fields.tsx'
import styles from './inspector.module.css'

interface ChosenProps {
  readonly id: string
  readonly describedBy: string | undefined
  /** The list as it is, each with how it is shown. */
  readonly held: readonly { readonly key: string; readonly label: string }[]
  readonly offered: readonly Choice[]
  readonly prompt: string
  readonly onAdd: (value: string) => void
  readonly onRemove: (index: number) => void
}

/** A list to which one adds from a choice, and from which one takes away. */
export function Chosen({ id, describedBy, held, offered, prompt, onAdd, onRemove }: ChosenProps) {
  return (
    <div className={styles['list']}>
      {held.length > 0 && (
        <ul className={styles['chosen']}>
          {held.map(({ key, label }, index) => (
            <li key={key}>
              {label}
              <Button
                kind="quiet"
                label={`Remove ${label}`}
                icon={<X size={12} aria-hidden />}
                onPress={() => onRemove(index)}
              />
            </li>
          ))}
        </ul>
      )}
      <SelectInput
        id={id}
        describedBy={describedBy}
        value=""
        onChange={(value) => {
          if (value !== '') onAdd(value)
        }}
        choices={[{ value: '', label: prompt }, ...offered]}
      />
    </div>
  )
}
