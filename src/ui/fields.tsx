/** Form fields. They know nothing of CloudFront: they get a value and say what the person entered. */
import { type ReactNode, useId } from 'react'
import styles from './controls.module.css'

interface FieldFrame {
  readonly label: string
  readonly help?: string | undefined
  /** Beside the label: a link, a unit. */
  readonly aside?: ReactNode
  readonly children: (id: string, describedBy: string | undefined) => ReactNode
}

/** A label, the control, and a line of help that the control is described by. */
export function Field({ label, help, aside, children }: FieldFrame) {
  const id = useId()
  const helpId = `${id}-help`
  return (
    <div className={styles['field']}>
      <div className={styles['label']}>
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      {children(id, help ? helpId : undefined)}
      {help && (
        <div className={styles['help']} id={helpId}>
          {help}
        </div>
      )}
    </div>
  )
}

interface Control<Value> {
  readonly id?: string
  readonly describedBy?: string | undefined
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly placeholder?: string | undefined
  readonly label?: string
  readonly onEnter?: () => void
  readonly onBlur?: () => void
}

export const TextInput = ({
  id,
  describedBy,
  value,
  onChange,
  placeholder,
  label,
  onEnter,
  onBlur,
}: Control<string>) => (
  <input
    className={styles['input']}
    id={id}
    aria-label={label}
    aria-describedby={describedBy}
    value={value}
    placeholder={placeholder}
    spellCheck={false}
    autoComplete="off"
    onChange={(event) => onChange(event.target.value)}
    onBlur={onBlur}
    onKeyDown={(event) => {
      if (event.key === 'Enter') onEnter?.()
    }}
  />
)

export const TextArea = ({
  id,
  describedBy,
  value,
  onChange,
  placeholder,
  label,
  onBlur,
}: Control<string>) => (
  <textarea
    className={styles['input']}
    id={id}
    aria-label={label}
    aria-describedby={describedBy}
    value={value}
    placeholder={placeholder}
    spellCheck={false}
    onChange={(event) => onChange(event.target.value)}
    onBlur={onBlur}
  />
)

export interface Choice {
  readonly value: string
  readonly label: string
  readonly group?: string
}

/** A choice of a list; `value` may be none of it, which is then shown as it is. */
export function SelectInput({
  id,
  describedBy,
  value,
  onChange,
  choices,
  label,
}: Control<string> & { readonly choices: readonly Choice[] }) {
  const groups = [...new Set(choices.map(({ group }) => group))]
  const isListed = choices.some((choice) => choice.value === value)
  return (
    <select
      className={styles['input']}
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {!isListed && <option value={value}>{value === '' ? 'Not set' : value}</option>}
      {groups.map((group) => {
        const options = choices
          .filter((choice) => choice.group === group)
          .map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))
        return group === undefined ? (
          options
        ) : (
          <optgroup key={group} label={group}>
            {options}
          </optgroup>
        )
      })}
    </select>
  )
}

export const SwitchInput = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}) => (
  <label className={styles['switch']}>
    <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
    {label}
  </label>
)
