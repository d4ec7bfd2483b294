/** Lists that are chosen from what there is: countries, and resources of the design. */
import { useState } from 'react'
import { once } from '#core/ground/once.ts'
import { countryCodes } from '#core/model/countries.ts'
import { resourcesOf } from '#core/model/distribution.ts'
import type { ResourceType } from '#core/model/document.ts'
import { isRef } from '#core/model/field.ts'
import { TextInput } from '#ui/fields.tsx'
import { Chosen } from './Chosen.tsx'
import type { ControlProps } from './control-props.ts'
import { textOf } from './text-forms.ts'

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const orNone = (list: readonly unknown[]) => (list.length > 0 ? list : undefined)
const without = (list: readonly unknown[], index: number) => orNone(list.filter((_, at) => at !== index))

const names = once(() => new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }))
const countryName = (code: string): string =>
  /^[A-Z]{2}$/.test(code) ? `${names().of(code)} (${code})` : code
const countries = once(() =>
  countryCodes
    .map((value) => ({ value, label: countryName(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label)),
)

/** Countries by their names; the list holds their codes. */
export function Countries({ id, describedBy, value, onChange }: ControlProps) {
  const held = listed(value)
  return (
    <Chosen
      id={id}
      describedBy={describedBy}
      prompt="Add a country…"
      held={held.map((one) => ({ key: textOf(one), label: countryName(textOf(one)) }))}
      offered={countries().filter(({ value: code }) => !held.includes(code))}
      onAdd={(code) => onChange([...held, code])}
      onRemove={(index) => onChange(without(held, index))}
    />
  )
}

/** Resources of the design by name, and others by the id that they have in the account. */
export function Refs({
  type,
  document,
  id,
  describedBy,
  value,
  onChange,
}: ControlProps & { readonly type: ResourceType }) {
  const [typed, setTyped] = useState('')
  const held = listed(value)
  const own = resourcesOf(document, type).map((one) => one.id)
  const isHeld = (name: string) => held.some((one) => isRef(one) && one.ref === name)
  const add = () => {
    if (typed.trim() === '') return
    onChange([...held, typed.trim()])
    setTyped('')
  }
  return (
    <>
      <Chosen
        id={id}
        describedBy={describedBy}
        prompt={own.length === 0 ? 'The design has none yet' : 'Add one of this design…'}
        held={held.map((one, index) => ({
          key: `${index} ${textOf(one)}`,
          label: isRef(one) ? one.ref : textOf(one),
        }))}
        offered={own.filter((name) => !isHeld(name)).map((name) => ({ value: name, label: name }))}
        onAdd={(name) => onChange([...held, { ref: name }])}
        onRemove={(index) => onChange(without(held, index))}
      />
      <TextInput
        label="One of the account, by its id"
        placeholder="or an ID from the account, then Enter"
        value={typed}
        onChange={setTyped}
        onEnter={add}
        onBlur={add}
      />
    </>
  )
}
