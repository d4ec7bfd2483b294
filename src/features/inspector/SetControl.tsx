import styles from './inspector.module.css'
import { textOf } from './text-forms.ts'

interface SetProps {
  readonly label: string
  readonly choices: readonly (string | number)[]
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** Some of a fixed set, in the order of the set; what the list holds beside it stays. */
export function SetControl({ label, choices, value, onChange }: SetProps) {
  const held: readonly unknown[] = Array.isArray(value) ? value : []
  const others = held.filter((one) => !choices.some((choice) => choice === one))
  const toggle = (choice: string | number) => {
    const next = choices.filter((one) => held.includes(one) !== (one === choice))
    const all = [...next, ...others]
    onChange(all.length > 0 ? all : undefined)
  }
  return (
    <fieldset className={styles['set']} aria-label={label}>
      {choices.map((choice) => (
        <label key={choice}>
          <input type="checkbox" checked={held.includes(choice)} onChange={() => toggle(choice)} />
          {choice}
        </label>
      ))}
      {others.map((one) => (
        <code key={textOf(one)}>{textOf(one)}</code>
      ))}
    </fieldset>
  )
}
