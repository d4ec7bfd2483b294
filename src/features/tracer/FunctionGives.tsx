import { Pin as PinIcon, PinOff } from 'lucide-react'
import { useState } from 'react'
import { setFunctionResult } from '#core/edits/scenarios.ts'
import type { Json } from '#core/model/field.ts'
import type { TraceEvent } from '#core/model/scenario.ts'
import { commit, useDocument } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { Field, TextArea } from '#ui/fields.tsx'
import tests from './tests.module.css'
import styles from './tracer.module.css'

/** The function of a step that could not be run here. */
const notRun = ({ said }: TraceEvent): string | undefined =>
  said?.is === 'not-run' || said?.is === 'sandbox-limit' ? said.name : undefined

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function read(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // What JSON.parse gives is JSON.
    return isObject(value) ? (value as Json) : undefined
  } catch {
    return undefined
  }
}

function forget(name: string): void {
  commit(setFunctionResult(name, undefined))
  announce(`Traces pass over “${name}” again where it cannot be run.`)
}

function Form({ name, held }: { readonly name: string; readonly held: Json | undefined }) {
  const [text, setText] = useState(held === undefined ? '' : JSON.stringify(held, null, 2))
  const value = read(text)
  const isWrong = text.trim() !== '' && value === undefined
  const hold = () => {
    if (value === undefined) return
    commit(setFunctionResult(name, value))
    announce(`In traces “${name}” gives this from now on. Send the request again.`)
  }
  return (
    <>
      <Field label={`What “${name}” gives back`}>
        {(id) => (
          <TextArea
            id={id}
            value={text}
            onChange={setText}
            placeholder={'{ "uri": "/index.html" }  or  { "status": "302", "headers": { … } }'}
          />
        )}
      </Field>
      <p className={styles['muted']}>
        {isWrong
          ? 'This is not yet a JSON object.'
          : 'The request or the response in AWS’s shape. Of a Lambda@Edge function name only what it changes.'}
      </p>
      <Button icon={<PinIcon size={13} aria-hidden />} isDisabled={value === undefined} onPress={hold}>
        Use it in traces
      </Button>
    </>
  )
}

/** Where a function cannot be run here, a person says what it gives, and traces go on with that. */
export function FunctionGives({ event }: { readonly event: TraceEvent }) {
  const { functionResults = {} } = useDocument()
  const name = notRun(event)
  if (name === undefined) return null
  const held = Object.hasOwn(functionResults, name) ? functionResults[name] : undefined
  return (
    <details className={styles['details']}>
      <summary>{held === undefined ? `Say what “${name}” gives` : `Change what “${name}” gives`}</summary>
      <Form name={name} held={held} />
      {held !== undefined && (
        <Button icon={<PinOff size={13} aria-hidden />} onPress={() => forget(name)}>
          Forget it
        </Button>
      )}
    </details>
  )
}

/** What functions give in traces because somebody said so. */
export function ToldFunctions() {
  const names = Object.keys(useDocument().functionResults ?? {})
  if (names.length === 0) return null
  return (
    <section className={styles['script']} aria-label="Functions that are told">
      <b>What functions give that cannot be run here</b>
      <ul className={tests['expectations']}>
        {names.map((name) => (
          <li key={name}>
            <span>
              <PinIcon size={12} aria-hidden /> {name}
            </span>
            <Button
              kind="quiet"
              label={`Forget what “${name}” gives`}
              icon={<PinOff size={12} aria-hidden />}
              onPress={() => forget(name)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
