import { Plus, X } from 'lucide-react'
import type { ComponentType } from 'react'
import { isExpression } from '#core/model/field.ts'
import type { Structure } from '#core/model/shapes/shape.ts'
import { leavesOf } from '#things/more-fields.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SwitchInput } from '#ui/fields.tsx'
import { type ControlProps, placeIn } from './control-props.ts'
import styles from './inspector.module.css'
import { textOf } from './text-forms.ts'

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, step) => (isFields(inner) ? inner[step] : undefined), value)

/** The same structure with one field of it, or of a structure within, set or removed. */
function withField(value: Fields, [step, ...rest]: readonly string[], next: unknown): Fields {
  if (step === undefined) return value
  const { [step]: before, ...others } = value
  if (rest.length > 0) {
    const inner = withField(isFields(before) ? before : {}, rest, next)
    return Object.keys(inner).length > 0 ? { ...value, [step]: inner } : others
  }
  return next === undefined ? others : { ...value, [step]: next }
}

interface ItemsProps extends ControlProps {
  readonly of: Structure
  readonly noun: string
  /** The control of one field, which may be such a list again. */
  readonly Control: ComponentType<ControlProps>
}

/** A list of structures: each with the controls of all of its fields, however deep. */
export function Items({ of, noun, value, place, onChange, Control, ...props }: ItemsProps) {
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const change = (index: number, next: unknown) =>
    onChange(items.map((one, place) => (place === index ? next : one)))
  const fields = leavesOf(of.fields)
  return (
    <div className={styles['list']}>
      {items.map((item, index) => (
        <fieldset
          className={styles['itemForm']}
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place, and their fields change while typing
          key={index}
          aria-label={`${noun} ${index + 1}`}
          data-path={placeIn(place, index)}
        >
          <div className={styles['itemHead']}>
            <span>{index + 1}</span>
            <Button
              kind="quiet"
              label={`Remove ${noun} ${index + 1}`}
              icon={<X size={14} aria-hidden />}
              onPress={() => {
                const left = items.filter((_, place) => place !== index)
                onChange(left.length > 0 ? left : undefined)
              }}
            />
          </div>
          {isExpression(item) || !isFields(item) ? (
            <code>{textOf(item)}</code>
          ) : (
            fields.map(({ path, label, kind }) => {
              const inner = at(item, path)
              const take = (next: unknown) => change(index, withField(item, path, next))
              const within = placeIn(place, index, ...path)
              if (kind.is === 'switch' && !isExpression(inner))
                return (
                  <div key={path.join('.')} data-path={within}>
                    <SwitchInput label={label} value={inner === true} onChange={take} />
                  </div>
                )
              return (
                <div key={path.join('.')} data-path={within}>
                  <Field label={label}>
                    {(id, describedBy) => (
                      <Control
                        {...props}
                        id={id}
                        describedBy={describedBy}
                        label={label}
                        kind={kind.is === 'switch' ? { is: 'text' } : kind}
                        value={inner}
                        onChange={take}
                        {...(place && { place: [...place, index, ...path] })}
                      />
                    )}
                  </Field>
                </div>
              )
            })
          )}
        </fieldset>
      ))}
      <div>
        <Button icon={<Plus size={14} aria-hidden />} onPress={() => onChange([...items, {}])}>
          Add to {noun}
        </Button>
      </div>
    </div>
  )
}
