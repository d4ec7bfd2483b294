import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { HeaderFields, OriginFault, OriginRule } from '#core/model/scenario.ts'
import { parseHeaderLines } from '#core/trace/requests/request-draft.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SelectInput, TextArea, TextInput } from '#ui/fields.tsx'
import styles from './tracer.module.css'

const faults: readonly { readonly value: OriginFault; readonly label: string }[] = [
  { value: 'connect-timeout', label: 'no connection in time' },
  { value: 'connection-refused', label: 'connection refused' },
  { value: 'response-timeout', label: 'connected, no answer in time' },
  { value: 'tls', label: 'TLS handshake fails' },
  { value: 'dns', label: 'host name unknown' },
  { value: 'connection-reset', label: 'connection closed' },
]

/** A field that is left out where its text is empty. */
const filled = <Name extends string>(name: Name, text: string) =>
  (text === '' ? {} : { [name]: text }) as { [Key in Name]?: string } // one field or none
const single = (headers: HeaderFields): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]))
const linesOf = (headers: HeaderFields = {}) =>
  Object.entries(headers)
    .flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`))
    .join('\n')

/** Lines that stay as typed while they become header fields. */
function Headers({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: HeaderFields | undefined
  readonly onChange: (headers: Record<string, string | string[]>) => void
}) {
  const [text, setText] = useState(() => linesOf(value))
  return (
    <Field label={label}>
      {(id) => (
        <TextArea
          id={id}
          value={text}
          onChange={(next) => {
            setText(next)
            onChange(parseHeaderLines(next))
          }}
        />
      )}
    </Field>
  )
}

interface RuleProps {
  readonly rule: OriginRule
  readonly onChange: (rule: OriginRule) => void
}

function Match({ rule, onChange }: RuleProps) {
  const { match = {} } = rule
  const change = (part: object, left: readonly string[]) => {
    const kept = Object.fromEntries(Object.entries(match).filter(([name]) => !left.includes(name)))
    onChange({ ...rule, match: { ...kept, ...part } })
  }
  return (
    <div className={styles['pair']}>
      <Field label="Method">
        {(id) => (
          <TextInput
            id={id}
            value={match.method ?? ''}
            placeholder="any"
            onChange={(text) => change(filled('method', text.toUpperCase()), ['method'])}
          />
        )}
      </Field>
      <Field label="Path">
        {(id) => (
          <TextInput
            id={id}
            value={match.path ?? ''}
            placeholder="any; takes * and ?"
            onChange={(text) => change(filled('path', text), ['path'])}
          />
        )}
      </Field>
      <Field label="Query parameters">
        {(id) => (
          <TextInput
            id={id}
            value={match.query ?? ''}
            placeholder="any"
            onChange={(text) => change(filled('query', text), ['query'])}
          />
        )}
      </Field>
      <Field label="Only this many times">
        {(id) => (
          <TextInput
            id={id}
            value={rule.times === undefined ? '' : String(rule.times)}
            placeholder="always"
            onChange={(text) => {
              const { times: _, ...others } = rule
              const times = Number(text)
              onChange(
                text.trim() !== '' && Number.isInteger(times) && times >= 0 ? { ...others, times } : others,
              )
            }}
          />
        )}
      </Field>
      <Headers
        label="Request headers that must be there"
        value={match.headers}
        onChange={(headers) =>
          change(Object.keys(headers).length > 0 ? { headers: single(headers) } : {}, ['headers'])
        }
      />
    </div>
  )
}

function Answer({ rule, onChange }: RuleProps) {
  const { response = {} } = rule
  const [status, setStatus] = useState(String(response.status ?? 200))
  return (
    <>
      <Field label="Status" help={/^[1-9]\d\d$/.test(status) ? undefined : 'A status has three digits.'}>
        {(id, describedBy) => (
          <TextInput
            id={id}
            describedBy={describedBy}
            value={status}
            onChange={(text) => {
              setStatus(text)
              if (/^[1-9]\d\d$/.test(text))
                onChange({ ...rule, response: { ...response, status: Number(text) } })
            }}
          />
        )}
      </Field>
      <Headers
        label="Response headers"
        value={response.headers}
        onChange={(headers) => onChange({ ...rule, response: { ...response, headers } })}
      />
      <Field
        label="Body"
        help={response.bodySize === undefined ? undefined : `Counts as ${response.bodySize} bytes.`}
      >
        {(id, describedBy) => (
          <TextArea
            id={id}
            describedBy={describedBy}
            value={response.body ?? ''}
            onChange={(body) => {
              const { bodySize: _, ...others } = response
              onChange({ ...rule, response: { ...others, body } })
            }}
          />
        )}
      </Field>
    </>
  )
}

interface RuleFormProps extends RuleProps {
  readonly number: number
  readonly count: number
  readonly onMove: (by: number) => void
  readonly onRemove: () => void
}

/** One rule of an origin's script: for which requests it answers, and what. */
export function OriginRuleForm({ rule, number, count, onChange, onMove, onRemove }: RuleFormProps) {
  const answer = rule.error ?? 'response'
  return (
    <fieldset className={styles['rule']}>
      <legend>Rule {number}</legend>
      <div className={styles['ruleActions']}>
        <Button
          label={`Move rule ${number} up`}
          icon={<ArrowUp size={13} aria-hidden />}
          isDisabled={number === 1}
          onPress={() => onMove(-1)}
        />
        <Button
          label={`Move rule ${number} down`}
          icon={<ArrowDown size={13} aria-hidden />}
          isDisabled={number === count}
          onPress={() => onMove(1)}
        />
        <Button label={`Remove rule ${number}`} icon={<Trash2 size={13} aria-hidden />} onPress={onRemove} />
      </div>
      <Match rule={rule} onChange={onChange} />
      <div className={styles['pair']}>
        <Field label="Answer">
          {(id) => (
            <SelectInput
              id={id}
              value={answer}
              choices={[{ value: 'response', label: 'a response' }, ...faults]}
              onChange={(value) => {
                const { error: _, response, ...others } = rule
                const error = faults.find((fault) => fault.value === value)?.value
                onChange(error ? { ...others, error } : { ...others, response: response ?? { status: 200 } })
              }}
            />
          )}
        </Field>
        {answer === 'response' && <Answer rule={rule} onChange={onChange} />}
      </div>
    </fieldset>
  )
}
