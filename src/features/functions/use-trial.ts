/** The event that is being tried on a function, and what the last run came to. */
import { useEffect, useRef, useState } from 'react'
import type { Json } from '#core/model/field.ts'
import { type DesignFunction, functionsIn } from '#core/trace/compile/functions-in.ts'
import { type FunctionTest, testFunction } from '#core/trace/scenario/function-test.ts'
import { currentDocument } from '#state/design.ts'
import { functionRunner, useFunctions } from '#state/functions.ts'
import { announce } from '#state/session.ts'
import { type EventForm, emptyForm, eventOfForm, eventsOf } from './event-form.ts'

export interface Trial {
  readonly form: EventForm
  /** The event as text, where the person edits it so. */
  readonly json: string | undefined
  readonly problem: string | undefined
  readonly isRunning: boolean
  /** The last run, and the code that it was of. */
  readonly ran: { readonly event: Json; readonly test: FunctionTest; readonly code: string } | undefined
  readonly setForm: (form: EventForm) => void
  readonly setJson: (text: string) => void
  readonly showJson: (isShown: boolean) => void
  readonly takeEvent: (event: Json) => void
  readonly run: () => void
}

function parsed(text: string): { event: Json } | { problem: string } {
  try {
    return { event: JSON.parse(text) }
  } catch (error) {
    return { problem: `The event is not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Runs a function of the open design as it is now. */
async function runNow(id: string, event: Json): Promise<Trial['ran']> {
  const { stores } = useFunctions.getState()
  const found = functionsIn(currentDocument(), { keyValueStores: stores }).find((one) => one.id === id)
  if (!found) return undefined
  const test = await testFunction(found.fn, event, { runner: await functionRunner(), now: Date.now() })
  return { event, test, code: found.code }
}

/** The trial of one function; another function begins another. */
export function useTrial(shown: DesignFunction): Trial {
  const { type } = shown.fn
  const first = shown.uses[0]?.event ?? eventsOf(type)[0] ?? 'viewer-request'
  const [form, setForm] = useState<EventForm>({ ...emptyForm, event: first })
  const [json, setJson] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isRunning, setRunning] = useState(false)
  const [ran, setRan] = useState<Trial['ran']>()
  const isAsked = useRef(false)
  const run = async () => {
    // What was edited since then is run as soon as this run is over.
    isAsked.current = isRunning
    if (isRunning) return
    const given = json === undefined ? { event: eventOfForm(form, type) } : parsed(json)
    setProblem('problem' in given ? given.problem : undefined)
    if ('problem' in given) return
    setRunning(true)
    const came = await runNow(shown.id, given.event)
    setRunning(false)
    if (!came) return
    const { test } = came
    setRan(came)
    announce(test.error ? `“${shown.id}” failed: ${test.error.message}` : `“${shown.id}” ran.`)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when a run is over, with the event as it is then
  useEffect(() => {
    if (!isRunning && isAsked.current) void run()
  }, [isRunning])
  return {
    form,
    json,
    problem,
    isRunning,
    ran,
    setForm,
    setJson,
    showJson: (isShown) => setJson(isShown ? JSON.stringify(eventOfForm(form, type), null, 2) : undefined),
    takeEvent: (event) => setJson(JSON.stringify(event, null, 2)),
    run: () => void run(),
  }
}
