/** One control for each kind of form field; each reads a value of the document and says what it should become. */
import { useState } from 'react'
import { distributionsIn, resourcesOf, targetIdsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { formatSeconds, parseSeconds } from '#core/model/duration.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { FieldKind } from '#nodes/forms.ts'
import { type Choice, ExpressionText, SelectInput, TextArea, TextInput } from '#ui/fields.tsx'
import { Associations } from './Associations.tsx'

export interface ControlProps {
  readonly id: string
  readonly describedBy: string | undefined
  readonly document: DesignDocument
  readonly owner: LogicalId
  readonly kind: FieldKind
  readonly value: unknown
  readonly placeholder?: string | undefined
  /** `undefined` removes the field. */
  readonly onChange: (value: unknown) => void
}

const textOf = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** A text that becomes a value when it can be read, and stays as typed until then. */
function Parsed({
  value,
  print,
  parse,
  area = false,
  onChange,
  ...rest
}: Omit<ControlProps, 'kind' | 'document' | 'owner'> & {
  readonly print: (value: unknown) => string
  readonly parse: (text: string) => { value: unknown } | undefined
  readonly area?: boolean
}) {
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const text = draft ?? print(value)
  const Input = area ? TextArea : TextInput
  return (
    <Input
      {...rest}
      value={text}
      onChange={(next) => {
        const parsed = next.trim() === '' ? { value: undefined } : parse(next)
        setDraft(parsed && print(parsed.value) === next ? undefined : next)
        if (parsed) onChange(parsed.value)
      }}
    />
  )
}

const number = (text: string) => (/^-?\d+$/.test(text.trim()) ? { value: Number(text) } : undefined)
const duration = (text: string) => {
  const seconds = parseSeconds(text)
  return seconds === undefined ? undefined : { value: seconds }
}
const json = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    // Still being typed.
    return undefined
  }
}
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const printList = (value: unknown) =>
  Array.isArray(value)
    ? value.map((item) => (typeof item === 'object' ? nameOf(item) : String(item))).join('\n')
    : ''

function policyChoices(
  document: DesignDocument,
  type: 'CachePolicy' | 'OriginRequestPolicy' | 'ResponseHeadersPolicy',
): Choice[] {
  const own = resourcesOf(document, type).map(({ id }) => ({
    value: `ref:${id}`,
    label: id,
    group: 'This design',
  }))
  const managed = managedPolicies(type)
    .filter(({ attachable }) => attachable)
    .map(({ id, name }) => ({ value: id, label: name, group: 'Managed by AWS' }))
  return [{ value: '', label: 'None' }, ...own, ...managed]
}

const refValue = (value: unknown): string => (isRef(value) ? `ref:${value.ref}` : textOf(value))
const fromRefValue = (text: string): unknown =>
  text === '' ? undefined : text.startsWith('ref:') ? { ref: text.slice(4) } : text

/** The control of a field. Expressions are shown as what they are. */
export function Control(props: ControlProps) {
  const { kind, value, onChange, document, owner, id, describedBy, placeholder } = props
  const shared = { id, describedBy, placeholder }
  if (isUnknown(value)) return <ExpressionText text={value.unknown} />
  if (isRef(value) && kind.is !== 'policy' && kind.is !== 'resource')
    return <ExpressionText text={`${value.ref}${value.attribute ? `.${value.attribute}` : ''}`} />
  if (kind.is === 'choice')
    return (
      <SelectInput
        {...shared}
        value={textOf(value)}
        onChange={onChange}
        choices={kind.choices.map((choice) => ({ value: choice, label: choice }))}
      />
    )
  if (kind.is === 'policy')
    return (
      <SelectInput
        {...shared}
        value={refValue(value)}
        onChange={(text) => onChange(fromRefValue(text))}
        choices={policyChoices(document, kind.type)}
      />
    )
  if (kind.is === 'resource') {
    const own = resourcesOf(document, kind.type).map((resource) => ({
      value: `ref:${resource.id}`,
      label: resource.id,
    }))
    return (
      <SelectInput
        {...shared}
        value={refValue(value)}
        onChange={(text) => onChange(fromRefValue(text))}
        choices={[{ value: '', label: 'None' }, ...own]}
      />
    )
  }
  if (kind.is === 'target') {
    const site = distributionsIn(document).find((distribution) => distribution.id === owner)
    const ids = site ? targetIdsOf(site.config) : []
    return (
      <SelectInput
        {...shared}
        value={textOf(value)}
        onChange={onChange}
        choices={ids.map((target) => ({ value: target, label: target }))}
      />
    )
  }
  if (kind.is === 'methods') {
    const current = Array.isArray(value) ? value.join(',') : ''
    const sets = kind.sets.map((set) => ({ value: set.join(','), label: set.join(', ') }))
    const same = sets.find(
      (set) => set.value.split(',').toSorted().join() === current.split(',').toSorted().join(),
    )
    return (
      <SelectInput
        {...shared}
        value={same?.value ?? current}
        onChange={(text) => onChange(text === '' ? undefined : text.split(','))}
        choices={[{ value: '', label: 'GET, HEAD (default)' }, ...sets]}
      />
    )
  }
  if (kind.is === 'associations') return <Associations {...props} field={kind.field} />
  const forms = {
    number: { print: textOf, parse: number },
    seconds: {
      print: (one: unknown) => (typeof one === 'number' ? formatSeconds(one) : textOf(one)),
      parse: duration,
    },
    json: {
      print: (one: unknown) => (one === undefined ? '' : JSON.stringify(one, null, 2)),
      parse: json,
      area: true,
    },
    lines: { print: printList, parse: (text: string) => ({ value: lines(text) }), area: true },
    numbers: {
      print: printList,
      parse: (text: string) => ({ value: lines(text.replaceAll(/[\s,]+/g, '\n')).map(Number) }),
      area: true,
    },
    text: { print: textOf, parse: (text: string) => ({ value: text }) },
    area: { print: textOf, parse: (text: string) => ({ value: text }), area: true },
  }
  if (kind.is === 'switch') return null
  return <Parsed {...shared} value={value} onChange={onChange} {...forms[kind.is]} />
}
