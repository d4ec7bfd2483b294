import { useEffect, useState } from 'react'
import type { LogicalId } from '#core/model/document.ts'
import { fieldNamesIn } from '#core/replay/read/told-fields.ts'
import { parseInvalidations } from '#core/replay/serve/invalidations.ts'
import { type LifetimeRule, parseLifetimeRule } from '#core/replay/serve/lifetimes.ts'
import { useDesign } from '#state/design.ts'
import { type Earlier, earlierDesigns } from '#state/library.ts'
import type { ReplayJob } from '#state/replay.ts'
import type { ReplayForm } from '#state/replay-draft.ts'
import { Field, SelectInput, SwitchInput, TextInput } from '#ui/fields.tsx'
import styles from './replay.module.css'

const partsOf = (text: string) => text.split(/[;\n]/).filter((part) => part.trim() !== '')

type Read = Pick<ReplayJob, 'lifetimes' | 'invalidations' | 'fields'>

/** What the form's texts mean, or what is wrong with the first that means nothing. */
export function readForm(form: ReplayForm): { readonly read: Read } | { readonly problem: string } {
  const lifetimes: LifetimeRule[] = []
  for (const part of partsOf(form.lifetimes)) {
    const rule = parseLifetimeRule(part)
    if ('error' in rule) return { problem: rule.error }
    lifetimes.push(rule)
  }
  const parsed = parseInvalidations(partsOf(form.invalidations))
  if ('error' in parsed) return { problem: parsed.error }
  return { read: { lifetimes, invalidations: parsed.invalidations, fields: fieldNamesIn(form.fields) } }
}

/** The designs that the open one can be compared with. */
export function useEarlier(): readonly Earlier[] {
  const id = useDesign((state) => state.id)
  const opened = useDesign(({ history }) => history.past[0]?.document)
  const [earlier, setEarlier] = useState<readonly Earlier[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another design, or a first edit, has others
  useEffect(() => {
    let isCurrent = id !== ''
    void earlierDesigns().then((list) => {
      if (isCurrent) setEarlier(list)
    })
    return () => {
      isCurrent = false
    }
  }, [id, opened])
  return earlier
}

function TextField({
  label,
  help,
  value,
  onChange,
  placeholder,
}: {
  readonly label: string
  readonly help: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder: string
}) {
  return (
    <Field label={label} help={help}>
      {(id, describedBy) => (
        <TextInput
          id={id}
          describedBy={describedBy}
          value={value}
          onChange={onChange}
          placeholder={placeholder}
        />
      )}
    </Field>
  )
}

interface OptionsProps {
  readonly form: ReplayForm
  readonly onChange: (form: ReplayForm) => void
  readonly sites: readonly LogicalId[]
  readonly earlier: readonly Earlier[]
}

/** What a replay is told besides the log. */
export function ReplayOptions({ form, onChange, sites, earlier }: OptionsProps) {
  const set =
    <Name extends keyof ReplayForm>(name: Name) =>
    (value: ReplayForm[Name]) =>
      onChange({ ...form, [name]: value })
  return (
    <div className={styles['options']}>
      {sites.length > 1 && (
        <Field label="Distribution to replay">
          {(id) => (
            <SelectInput
              id={id}
              value={form.distribution}
              onChange={set('distribution')}
              choices={sites.map((site) => ({ value: site, label: site }))}
            />
          )}
        </Field>
      )}
      <TextField
        label="What origins send as Cache-Control"
        help="The first match wins; separate them with semicolons."
        value={form.lifetimes}
        onChange={set('lifetimes')}
        placeholder="*.css=max-age=86400; /api/*=no-store"
      />
      <TextField
        label="Invalidations"
        help="Time in UTC and paths; separate several with semicolons."
        value={form.invalidations}
        onChange={set('invalidations')}
        placeholder="2026-01-31T12:00=/index.html,/img/*"
      />
      <TextField
        label="Fields of the log"
        help="Only where it has no header, in the log's order."
        value={form.fields}
        onChange={set('fields')}
        placeholder="timestamp sc-status cs-method cs-uri-stem"
      />
      <Field label="Compare with">
        {(id) => (
          <SelectInput
            id={id}
            value={earlier.some(({ value }) => value === form.before) ? form.before : ''}
            onChange={set('before')}
            choices={[{ value: '', label: 'No other design' }, ...earlier]}
          />
        )}
      </Field>
      <div className={styles['switches']}>
        <SwitchInput label="Learn lifetimes from the log" value={form.learns} onChange={set('learns')} />
        <SwitchInput label="Search for changes that pay" value={form.suggests} onChange={set('suggests')} />
      </div>
    </div>
  )
}
