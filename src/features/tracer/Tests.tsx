import { CircleCheck, CircleX, Download, Trash2, Upload } from 'lucide-react'
import { useState } from 'react'
import { freeScenarioName, removeScenario, renameScenario, saveScenario } from '#core/edits/scenarios.ts'
import { combine } from '#core/model/edit.ts'
import { parseScenarios, type ScenarioResult } from '#core/trace/scenario/scenario.ts'
import { scenarioFile } from '#core/trace/scenario/scenario-text.ts'
import { commit, currentDocument, useDesign, useDocument } from '#state/design.ts'
import { announceDone } from '#state/done.ts'
import { useScenarioTests } from '#state/scenario-tests.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { download } from '#ui/download.ts'
import { FileButton } from '#ui/FileButton.tsx'
import { TextInput } from '#ui/fields.tsx'
import { SaveSession } from './SaveSession.tsx'
import { ScenarioSteps } from './ScenarioSteps.tsx'
import tests from './tests.module.css'
import styles from './tracer.module.css'

/** Scenario files become scenarios of the design; the designs that they name are left aside for this one. */
async function importFile(file: File): Promise<void> {
  const read = parseScenarios(await file.text())
  if (!read.ok) {
    announce(`“${file.name}” was not read. ${read.error[0]}`)
    return
  }
  const taken = currentDocument().scenarios.map(({ name }) => name)
  const edits = read.value.map(({ template: _, source: __, ...scenario }) => {
    const name = freeScenarioName(taken, scenario.name)
    taken.push(name)
    return saveScenario({ ...scenario, name })
  })
  commit(combine(`Import ${edits.length} scenarios`, edits))
  announce(`${read.value.length} scenarios of “${file.name}” were added.`)
}

function Files() {
  const document = useDocument()
  const name = useDesign((state) => state.name)
  const [source, setSource] = useState('template.yaml')
  return (
    <details className={styles['details']}>
      <summary>Files for frontage test</summary>
      <div className={styles['row']}>
        <TextInput
          label="Source beside the file"
          value={source}
          onChange={setSource}
          placeholder="template.yaml"
        />
        <Button
          icon={<Download size={14} aria-hidden />}
          isDisabled={document.scenarios.length === 0}
          onPress={() =>
            download(
              `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.scenarios.json`,
              scenarioFile(document, document.scenarios, source),
            )
          }
        >
          Export the scenarios
        </Button>
        <FileButton
          label="Import scenarios"
          icon={<Upload size={14} aria-hidden />}
          accept="application/json"
          onPick={(file) => void importFile(file)}
        >
          Import scenarios
        </FileButton>
      </div>
      <p className={styles['muted']}>
        In a repository: <code>frontage test site.scenarios.json</code>. docs/continuous-integration.md has a
        GitHub Actions workflow.
      </p>
    </details>
  )
}

function Row({
  name,
  result,
  isChosen,
  onChoose,
}: {
  readonly name: string
  readonly result: ScenarioResult | undefined
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const failures = result?.steps.flatMap((step) => step.failures) ?? []
  return (
    <li className={tests['test']} data-passed={result?.passed}>
      {result?.passed ? (
        <CircleCheck size={15} aria-label="passed" className={styles['good']} />
      ) : (
        <CircleX size={15} aria-label={result ? 'failed' : 'not run yet'} className={styles['bad']} />
      )}
      <button type="button" className={styles['plain']} aria-expanded={isChosen} onClick={onChoose}>
        {name}
      </button>
      {failures[0] !== undefined && (
        <span className={styles['failure']}>
          {failures[0]}
          {failures.length > 1 && ` and ${failures.length - 1} more`}
        </span>
      )}
    </li>
  )
}

/** The saved scenarios, run again after each edit. */
export function Tests() {
  const document = useDocument()
  const { results, of, took } = useScenarioTests()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const isCurrent = of?.resources === document.resources && of.scenarios === document.scenarios
  const passed = results.filter((result) => result.passed).length
  const { scenarios } = document
  const selected = scenarios.findIndex(({ name }) => name === chosen)
  const scenario = scenarios[selected]
  return (
    <div className={styles['view']}>
      <SaveSession onSaved={setChosen} />
      {scenarios.length > 0 && (
        <p
          className={styles['summary']}
          data-testid="test-summary"
          data-good={passed === scenarios.length}
          aria-live="polite"
        >
          {isCurrent
            ? `${passed} of ${scenarios.length} pass, ${Math.round(took)} ms after the last edit`
            : 'Running…'}
        </p>
      )}
      <ul className={tests['tests']} aria-label="Scenarios">
        {scenarios.map(({ name }, index) => (
          <Row
            key={name}
            name={name}
            result={results[index]?.name === name ? results[index] : undefined}
            isChosen={name === chosen}
            onChoose={() => setChosen(name === chosen ? undefined : name)}
          />
        ))}
      </ul>
      {scenario && (
        <section className={styles['place']} aria-label={`Scenario ${scenario.name}`}>
          <div className={styles['placeHead']}>
            <TextInput
              label="Name of the scenario"
              value={scenario.name}
              onChange={(name) => {
                if (name.trim() === '' || scenarios.some((other) => other.name === name)) return
                commit(renameScenario(scenario.name, name))
                setChosen(name)
              }}
            />
            <Button
              label={`Remove scenario ${scenario.name}`}
              icon={<Trash2 size={14} aria-hidden />}
              onPress={() => {
                commit(removeScenario(scenario.name))
                announceDone(`“${scenario.name}” was removed; undo brings it back.`)
              }}
            />
          </div>
          <ScenarioSteps scenario={scenario} result={results[selected]} />
        </section>
      )}
      <Files />
    </div>
  )
}
