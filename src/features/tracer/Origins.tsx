import { useState } from 'react'
import { setOriginScript } from '#core/edits/scenarios.ts'
import { originsOf, type PlacedResource } from '#core/model/distribution.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { OriginRule } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { parseResponseText } from '#core/trace/requests/recorded-response.ts'
import { originPresets, scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import { commit, useDocument } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SelectInput, TextArea, TextInput } from '#ui/fields.tsx'
import { ToldFunctions } from './FunctionGives.tsx'
import { OriginRuleForm } from './OriginRuleForm.tsx'
import { PinnedAnswers } from './Pinned.tsx'
import styles from './tracer.module.css'

const moved = (rules: readonly OriginRule[], from: number, by: number): OriginRule[] => {
  const next = [...rules]
  next.splice(from + by, 0, ...next.splice(from, 1))
  return next
}

function PastedResponse({ onAdd }: { readonly onAdd: (rule: OriginRule) => void }) {
  const [text, setText] = useState('')
  const [path, setPath] = useState('')
  const read = text.trim() === '' ? undefined : parseResponseText(text)
  return (
    <details className={styles['details']}>
      <summary>Paste a response</summary>
      <Field label="Response" help="As curl -i prints it">
        {(id, describedBy) => (
          <TextArea
            id={id}
            describedBy={describedBy}
            value={text}
            onChange={setText}
            placeholder={'HTTP/2 200\ncache-control: max-age=60\n\n<p>hello</p>'}
          />
        )}
      </Field>
      {read && !read.ok && (
        <p className={styles['failure']} role="alert">
          {read.error}
        </p>
      )}
      <Field label="For the path">
        {(id) => <TextInput id={id} value={path} onChange={setPath} placeholder="any; takes * and ?" />}
      </Field>
      <Button
        isDisabled={!read?.ok}
        onPress={() => {
          if (!read?.ok) return
          onAdd({ match: path.trim() === '' ? {} : { path: path.trim() }, response: read.value })
          setText('')
          announce('The response is the first rule now.')
        }}
      >
        Add as the first rule
      </Button>
    </details>
  )
}

interface ScriptProps {
  readonly site: LogicalId
  readonly originId: string
  readonly rules: readonly OriginRule[]
}

function Script({ site, originId, rules }: ScriptProps) {
  // Another script than the one that was being typed (undo, a preset) begins with fresh forms.
  const [version, setVersion] = useState(0)
  const change = (next: readonly OriginRule[] | undefined, isOther = true) => {
    commit(setOriginScript(originId, next))
    if (isOther) setVersion(version + 1)
  }
  // A preset is the script behind what is pinned, and leaves that as it is.
  const pinned = rules.filter((rule) => rule.pinned)
  const own = JSON.stringify(rules.filter((rule) => !rule.pinned))
  const preset = originPresets.find((one) => one.rules === rules || JSON.stringify(one.rules) === own)
  return (
    <section className={styles['script']} aria-label={`Script of origin ${originId}`}>
      <div className={styles['placeHead']}>
        <h3>{originId}</h3>
        <SelectInput
          label={`Preset for ${originId}`}
          value={preset?.id ?? ''}
          choices={[
            { value: '', label: 'Your own rules' },
            ...originPresets.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={(id) => {
            const chosen = originPresets.find((one) => one.id === id)
            if (!chosen) return
            change(pinned.length === 0 ? chosen.rules : [...pinned, ...chosen.rules])
            announce(`“${originId}”: ${chosen.about}`)
          }}
        />
      </div>
      {preset && <p className={styles['muted']}>{preset.about}</p>}
      <PinnedAnswers distribution={site} origin={originId} />
      <details className={styles['details']}>
        <summary>
          {rules.length} {rules.length === 1 ? 'rule' : 'rules'}; the first that matches answers
        </summary>
        {rules.map((rule, index) => (
          <OriginRuleForm
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name; moving one makes all forms anew
            key={`${version} ${index}`}
            rule={rule}
            number={index + 1}
            count={rules.length}
            onChange={(next) =>
              change(
                rules.map((one, at) => (at === index ? next : one)),
                false,
              )
            }
            onMove={(by) => change(moved(rules, index, by))}
            onRemove={() => change(rules.filter((_, at) => at !== index))}
          />
        ))}
        <Button
          onPress={() => change([...rules, { match: {}, response: { status: 200, headers: {}, body: '' } }])}
        >
          Add a rule
        </Button>
        <PastedResponse onAdd={(rule) => change([rule, ...rules])} />
      </details>
    </section>
  )
}

/** How the origins answer in traces: by presets, by rules, or as recorded. The scripts are part of the design. */
export function Origins({ site }: { readonly site: PlacedResource<'Distribution'> }) {
  const document = useDocument()
  const scripts = scriptsFor(document, site.id)
  const ids = [...new Set([...originsOf(site).map(({ value }) => nameOf(value.Id)), ...Object.keys(scripts)])]
  return (
    <div className={styles['view']}>
      <p className={styles['muted']}>
        Origins are not called over the network: each answers from its script. A change of a script empties
        the caches.
      </p>
      {ids.map((id) => (
        <Script key={id} site={site.id} originId={id} rules={scripts[id] ?? []} />
      ))}
      <ToldFunctions />
    </div>
  )
}
