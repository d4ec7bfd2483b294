import { CircleCheck, CircleX, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Json } from '#core/model/field.ts'
import type { DesignFunction } from '#core/trace/compile/functions-in.ts'
import { runScenario } from '#core/trace/scenario/scenario.ts'
import { commit, currentDocument, useDocument } from '#state/design.ts'
import { functionRunner } from '#state/functions.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { Field, TextArea } from '#ui/fields.tsx'
import styles from './functions.module.css'
import { removeTest, type SavedTest, savedTests, setExpectation } from './saved-tests.ts'

/** What a saved event is expected to come to, as JSON; text that is none is kept and told. */
function Expectation({ test }: { readonly test: SavedTest }) {
  const [text, setText] = useState(JSON.stringify(test.step.expect ?? {}, null, 2))
  const [problem, setProblem] = useState<string>()
  const change = (next: string) => {
    setText(next)
    try {
      commit(setExpectation(test, JSON.parse(next)))
      setProblem(undefined)
    } catch (error) {
      setProblem(`Not JSON yet: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return (
    <Field
      label="Expected"
      help={
        problem ??
        'Only what it names is compared: output, logs, error, status, utilization. null means absent.'
      }
    >
      {(id, describedBy) => <TextArea id={id} describedBy={describedBy} value={text} onChange={change} />}
    </Field>
  )
}

/** The saved test events of a function, run all at once. */
export function SavedTests({
  shown,
  onTake,
}: {
  readonly shown: DesignFunction
  readonly onTake: (event: Json) => void
}) {
  const document = useDocument()
  const tests = savedTests(document, shown.id)
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, readonly string[]>>(new Map())
  if (tests.length === 0) return null
  const runAll = async () => {
    const runner = await functionRunner()
    const found = new Map<string, readonly string[]>()
    for (const { scenario } of savedTests(currentDocument(), shown.id)) {
      const { steps } = await runScenario(currentDocument(), scenario, runner ? { runner } : {})
      found.set(
        scenario.name,
        steps.flatMap(({ failures }) => failures),
      )
    }
    setOutcomes(found)
    const failed = [...found.values()].filter((failures) => failures.length > 0).length
    announce(`${found.size - failed} passed, ${failed} failed`)
  }
  return (
    <section aria-label="Saved tests">
      <div className={styles['row']}>
        <h3>Saved tests</h3>
        <Button onPress={() => void runAll()}>
          {tests.length === 1 ? 'Run it' : `Run all ${tests.length}`}
        </Button>
      </div>
      <ul className={styles['tests']}>
        {tests.map((test) => {
          const failures = outcomes.get(test.scenario.name)
          return (
            <li key={`${test.index} ${test.scenario.name}`}>
              <details>
                <summary>
                  {failures?.length === 0 && (
                    <CircleCheck size={14} className={styles['passed']} aria-label="Passed" />
                  )}
                  {failures && failures.length > 0 && (
                    <CircleX size={14} className={styles['failed']} aria-label="Failed" />
                  )}
                  {test.scenario.name}
                </summary>
                <Expectation test={test} />
                <div className={styles['row']}>
                  <Button onPress={() => onTake(test.step.event)}>Open its event</Button>
                  <Button
                    kind="quiet"
                    label={`Remove the test “${test.scenario.name}”`}
                    icon={<Trash2 size={14} aria-hidden />}
                    onPress={() => commit(removeTest(test))}
                  />
                </div>
              </details>
              {failures?.map((failure) => (
                <p key={failure} className={styles['failure']}>
                  {failure}
                </p>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
