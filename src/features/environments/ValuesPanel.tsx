import { Plus, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Declared, DeclaredParameter } from '#core/formats/cloudformation/declared.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { useDocument } from '#state/design.ts'
import {
  declaredOf,
  environmentInUse,
  forgetEnvironment,
  giveValue,
  keepEnvironment,
  noDeclared,
  switchEnvironment,
} from '#state/environments.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput, TextInput } from '#ui/fields.tsx'
import styles from './environments.module.css'

/** What the source declares, read again when its text or the values in use are others. */
function useDeclared(document: DesignDocument): Declared {
  const [declared, setDeclared] = useState<Declared>(noDeclared)
  const { source } = document
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the design its source alone is read
  useEffect(() => {
    let isOver = false
    void declaredOf(document).then((found) => {
      if (!isOver) setDeclared(found)
    })
    return () => {
      isOver = true
    }
  }, [source])
  return declared
}

/** A value is read when it is finished: each key would read the whole source. */
function Value({ parameter, given }: { readonly parameter: DeclaredParameter; readonly given: string }) {
  const { name, allowed, byDefault, isSecret } = parameter
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const label = `Value of ${name}`
  const take = (text: string) => {
    setDraft(undefined)
    if (text !== given) void giveValue(name, text)
  }
  if (isSecret) return <span className={styles['muted']}>a secret; only the deployment asks for it</span>
  if (allowed.length > 0)
    return (
      <SelectInput
        label={label}
        value={given}
        onChange={take}
        choices={[
          { value: '', label: byDefault === undefined ? 'Not set' : `Default: ${byDefault}` },
          ...allowed.map((value) => ({ value, label: value })),
        ]}
      />
    )
  return (
    <TextInput
      label={label}
      value={draft ?? given}
      placeholder={byDefault === undefined ? 'The deployment decides' : `Default: ${byDefault}`}
      onChange={setDraft}
      onEnter={() => take(draft ?? given)}
      onBlur={() => take(draft ?? given)}
    />
  )
}

function Parameters({
  parameters,
  given,
}: {
  readonly parameters: readonly DeclaredParameter[]
  readonly given: Readonly<Record<string, string>>
}) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Value</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <tr key={parameter.name}>
            <th scope="row">{parameter.name}</th>
            <td>
              <Value parameter={parameter} given={given[parameter.name] ?? ''} />
            </td>
            <td className={styles['muted']}>{parameter.description || parameter.type}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const results = new Map<boolean | undefined, string>([
  [true, 'true'],
  [false, 'false'],
  [undefined, 'decided by the deployment'],
])

function Conditions({ conditions }: Pick<Declared, 'conditions'>) {
  if (conditions.length === 0) return null
  return (
    <section aria-label="Conditions">
      <h3>Conditions</h3>
      <ul className={styles['conditions']}>
        {conditions.map(({ name, holds }) => (
          <li key={name} data-holds={holds}>
            <b>{name}</b> {results.get(holds)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which environment is shown, and the sets that there are. */
function Environments({ document }: { readonly document: DesignDocument }) {
  const [name, setName] = useState('')
  const { environments = {}, source } = document
  const inUse = environmentInUse(document)
  const hasValues = Object.keys(source?.parameters ?? {}).length > 0
  const keep = () => {
    keepEnvironment(name.trim())
    setName('')
  }
  return (
    <div className={styles['bar']}>
      <SelectInput
        label="Environment"
        value={inUse ?? (hasValues ? '…' : '')}
        onChange={(value) => void switchEnvironment(value === '' ? undefined : value)}
        choices={[
          { value: '', label: 'Defaults of the source' },
          ...(hasValues && inUse === undefined
            ? [{ value: '…', label: 'Values outside any environment' }]
            : []),
          ...Object.keys(environments).map((value) => ({ value, label: value })),
        ]}
      />
      {inUse !== undefined && (
        <Button
          kind="quiet"
          label={`Forget the environment “${inUse}”`}
          icon={<Trash2 size={14} aria-hidden />}
          onPress={() => forgetEnvironment(inUse)}
        />
      )}
      <span className={styles['new']}>
        <TextInput
          label="Name of a new environment"
          placeholder="staging, prod…"
          value={name}
          onChange={setName}
          onEnter={() => name.trim() !== '' && keep()}
        />
        <Button icon={<Plus size={14} aria-hidden />} isDisabled={name.trim() === ''} onPress={keep}>
          Keep these values as an environment
        </Button>
      </span>
    </div>
  )
}

/** What the source leaves to a deployment, and the environments that it is deployed to; the drawing shows one of them. */
export function ValuesPanel() {
  const document = useDocument()
  const { parameters, conditions } = useDeclared(document)
  if (parameters.length === 0)
    return (
      <p className={styles['panel']}>
        The source of this design has no parameters: each deployment of it is the same.
      </p>
    )
  return (
    <div className={styles['panel']}>
      <Environments document={document} />
      <Parameters parameters={parameters} given={document.source?.parameters ?? {}} />
      <Conditions conditions={conditions} />
    </div>
  )
}
