import { History, Play, Save } from 'lucide-react'
import { useState } from 'react'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { DesignFunction } from '#core/trace/compile/functions-in.ts'
import type { FunctionTest } from '#core/trace/scenario/function-test.ts'
import { commit, currentDocument } from '#state/design.ts'
import { setStore, useFunctions } from '#state/functions.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SwitchInput, TextArea, TextInput } from '#ui/fields.tsx'
import { useKeptScroll } from '#ui/kept-scroll.ts'
import { CloudFrontResult } from './CloudFrontResult.tsx'
import { expectationOf } from './changes.ts'
import { EventFields } from './EventFields.tsx'
import styles from './functions.module.css'
import { RunResult } from './RunResult.tsx'
import { SavedTests } from './SavedTests.tsx'
import { saveTest } from './saved-tests.ts'
import { storeLines, storeOf, storeOfLines } from './stores.ts'
import type { Trial } from './use-trial.ts'

/** Names and saves the event of the last run together with what it came to. */
function SaveAs({
  shown,
  ran,
}: {
  readonly shown: DesignFunction
  readonly ran: { event: Json; test: FunctionTest }
}) {
  const [name, setName] = useState('')
  const stores = useFunctions((state) => state.stores)
  const { output, error, status } = ran.test
  const save = () => {
    const expect: JsonObject = output
      ? expectationOf(ran.event, output)
      : { error: { type: error?.type ?? 'Error' }, status }
    const title = name.trim() || `${shown.id} ${currentDocument().scenarios.length + 1}`
    commit(saveTest(currentDocument(), { name: title, function: shown.id, event: ran.event, expect, stores }))
    setName('')
    announce(`The test “${title}” was saved; “frontage test” runs it too.`)
  }
  return (
    <div className={styles['row']}>
      <TextInput label="Name of the test" value={name} onChange={setName} placeholder="Name of the test" />
      <Button icon={<Save size={14} aria-hidden />} onPress={save}>
        Save as test
      </Button>
    </div>
  )
}

/** Builds an event, runs the function on it in the sandbox, and shows what came of it. */
export function RunPanel({
  shown,
  trial,
  onGoTo,
}: {
  readonly shown: DesignFunction
  readonly trial: Trial
  readonly onGoTo: (line: number, column: number) => void
}) {
  const recorded = useFunctions((state) => state.recorded.find(({ code }) => code === shown.code))
  const stores = useFunctions((state) => state.stores)
  const store = storeOf(currentDocument(), shown.id)
  const { form, json, ran, isRunning } = trial
  const scroller = useKeptScroll('functions run', shown.id)
  return (
    <div ref={scroller} className={styles['run']}>
      <div className={styles['runHead']}>
        <Button
          kind="primary"
          icon={<Play size={14} aria-hidden />}
          shortcut="Ctrl+Enter"
          onPress={trial.run}
        >
          {isRunning ? 'Running…' : 'Run'}
        </Button>
        {/* Beside the button: a line of its own would push away what is being pressed. */}
        {ran && ran.code !== shown.code && <span className={styles['muted']}>Changed since it ran</span>}
      </div>
      {trial.problem && (
        <p className={styles['failure']} role="alert">
          {trial.problem}
        </p>
      )}
      {ran && <RunResult event={ran.event} test={ran.test} onGoTo={onGoTo} />}
      {ran && ran.test.error?.type !== 'EventError' && shown.fn.type === 'cloudfront-function' && (
        <CloudFrontResult key={JSON.stringify(ran)} shown={shown} event={ran.event} ours={ran.test} />
      )}
      {ran && ran.test.error?.type !== 'EventError' && <SaveAs shown={shown} ran={ran} />}
      <SavedTests shown={shown} onTake={trial.takeEvent} />
      <div className={styles['row']}>
        <h3>Event</h3>
        <SwitchInput label="Event as JSON" value={json !== undefined} onChange={trial.showJson} />
        <Button
          icon={<History size={14} aria-hidden />}
          isDisabled={!recorded}
          onPress={() => recorded && trial.takeEvent(recorded.event)}
        >
          Take the event of the last trace
        </Button>
      </div>
      {json === undefined ? (
        <EventFields form={form} type={shown.fn.type} onChange={trial.setForm} />
      ) : (
        <Field label="Event in AWS's shape">
          {(id) => <TextArea id={id} value={json} onChange={trial.setJson} />}
        </Field>
      )}
      {store !== undefined && (
        <Field
          label={`Pairs of the key value store “${store}”`}
          help="For runs here: key = value, one per line."
        >
          {(id, describedBy) => (
            <TextArea
              id={id}
              describedBy={describedBy}
              value={storeLines(stores[store] ?? {})}
              onChange={(lines) => setStore(store, storeOfLines(lines))}
            />
          )}
        </Field>
      )}
    </div>
  )
}
