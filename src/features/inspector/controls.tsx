/** One control for each kind of form field; each reads a value of the document and says what it should become. */
import { distributionsIn, resourcesOf, targetIdsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, ResourceType } from '#core/model/document.ts'
import { isExpression, isRef } from '#core/model/field.ts'
import { managedPolicies, type PolicyType } from '#core/model/managed-policies.ts'
import { choiceWords } from '#things/enum-words.ts'
import { policyWords } from '#things/policy-words.ts'
import { type Choice, SelectInput } from '#ui/fields.tsx'
import { Associations } from './Associations.tsx'
import type { ControlProps } from './control-props.ts'
import { ExpressionInput } from './ExpressionInput.tsx'
import { Items } from './Items.tsx'
import styles from './inspector.module.css'
import { Countries, Refs } from './ListControls.tsx'
import { Parsed } from './Parsed.tsx'
import { Rows } from './Rows.tsx'
import { SetControl } from './SetControl.tsx'
import { textForm, textOf } from './text-forms.ts'

function policyChoices(document: DesignDocument, type: PolicyType): Choice[] {
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

function PolicyControl({ type, ...props }: ControlProps & { readonly type: PolicyType }) {
  const { id, describedBy, document, value, onChange } = props
  const words = policyWords(document, type, value)
  return (
    <>
      <SelectInput
        id={id}
        describedBy={describedBy}
        value={refValue(value)}
        onChange={(text) => onChange(fromRefValue(text))}
        choices={policyChoices(document, type)}
      />
      {words.length > 0 && (
        <ul className={styles['effects']} aria-label="What it does">
          {words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const listed = (values: readonly string[]): Choice[] =>
  values.map((value) => ({ value, label: choiceWords(value) }))

const resourceChoices = (document: DesignDocument, type: ResourceType): Choice[] => [
  { value: '', label: 'None' },
  ...resourcesOf(document, type).map(({ id }) => ({ value: `ref:${id}`, label: id })),
]

function targets(document: DesignDocument, owner: LogicalId): Choice[] {
  const site = distributionsIn(document).find((distribution) => distribution.id === owner)
  return site ? targetIdsOf(site.config).map((value) => ({ value, label: value })) : []
}

function MethodsControl({
  sets,
  ...props
}: ControlProps & { readonly sets: readonly (readonly string[])[] }) {
  const { value, onChange } = props
  const sorted = (text: string) => text.split(',').toSorted().join()
  const current = Array.isArray(value) ? value.join(',') : ''
  const choices = sets.map((set) => ({ value: set.join(','), label: set.join(', ') }))
  const same = choices.find((choice) => sorted(choice.value) === sorted(current))
  return (
    <SelectInput
      id={props.id}
      describedBy={props.describedBy}
      value={same?.value ?? current}
      onChange={(text) => onChange(text === '' ? undefined : text.split(','))}
      choices={[{ value: '', label: 'GET, HEAD (default)' }, ...choices]}
    />
  )
}

/** The control of a field. Expressions are shown as what they are. */
export function Control(props: ControlProps) {
  const { kind, value, onChange, document, owner, id, describedBy, placeholder, label = '' } = props
  const choosesResource = kind.is === 'policy' || kind.is === 'resource'
  if (isExpression(value) && !(isRef(value) && choosesResource))
    return <ExpressionInput id={id} describedBy={describedBy} value={value} onChange={onChange} />
  const select = (choices: readonly Choice[], chosen: string, take: (text: string) => unknown) => (
    <SelectInput
      id={id}
      describedBy={describedBy}
      value={chosen}
      onChange={(text) => onChange(take(text))}
      choices={choices}
    />
  )
  switch (kind.is) {
    case 'choice':
      return select(listed(kind.choices), textOf(value), (text) => (text === '' ? undefined : text))
    case 'policy':
      return <PolicyControl {...props} type={kind.type} />
    case 'resource':
      return select(resourceChoices(document, kind.type), refValue(value), fromRefValue)
    case 'target':
      return select(targets(document, owner), textOf(value), (text) => text)
    case 'methods':
      return <MethodsControl {...props} sets={kind.sets} />
    case 'associations':
      return <Associations {...props} field={kind.field} />
    case 'rows':
      return <Rows {...props} kind={kind} />
    case 'refs':
      return <Refs {...props} type={kind.type} />
    case 'countries':
      return <Countries {...props} />
    case 'items':
      return <Items {...props} of={kind.of} noun={kind.noun} Control={Control} />
    case 'set':
      return <SetControl label={label} choices={kind.choices} value={value} onChange={onChange} />
    case 'switch':
      return null
    default:
      return (
        <Parsed
          id={id}
          describedBy={describedBy}
          placeholder={placeholder}
          value={value}
          form={textForm(kind.is, value)}
          onChange={onChange}
        />
      )
  }
}
