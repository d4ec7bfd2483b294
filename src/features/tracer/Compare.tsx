import { Columns2, FolderOpen } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { distributionsIn, type PlacedResource } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import type { Scenario } from '#core/model/scenario.ts'
import { type ComparedRequest, coldAndWarm, compareDesigns, type Side } from '#core/trace/explain/compare.ts'
import { scriptsFor } from '#core/trace/scenario/origin-scripts.ts'
import { commit, useDesign, useDocument } from '#state/design.ts'
import { readDesign } from '#state/files.ts'
import { functionRunner } from '#state/functions.ts'
import { playCompared } from '#state/pair.ts'
import { announce } from '#state/session.ts'
import { sessionScenario, useTrace } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Field, SelectInput } from '#ui/fields.tsx'
import { Differences } from './Differences.tsx'
import styles from './tracer.module.css'
import { whatIfSubjects } from './what-if.ts'

const shortOutcome = ({ result, failures }: ComparedRequest['before']) =>
  result
    ? `${result.status} ${result.xCache?.replace(' from cloudfront', '') ?? result.resultType}`
    : failures.join(' ')

/** What became of a request before and after; where that reads the same, what else is another. */
function changeInShort(
  before: ComparedRequest['before'],
  after: ComparedRequest['after'],
  { differences }: ComparedRequest['difference'],
): string {
  const [was, is] = [shortOutcome(before), shortOutcome(after)]
  return was === is
    ? `${is}, but another ${differences.map(({ what }) => what).join(', ')}`
    : `${was} → ${is}`
}

/** The requests whose outcome differs, each with the diff of its trace. */
function Outcome({
  compared,
  onPlay,
}: {
  readonly compared: readonly ComparedRequest[]
  readonly onPlay: () => void
}) {
  const top = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new comparison is brought into view
  useEffect(() => {
    top.current?.scrollIntoView({ block: 'start' })
  }, [compared])
  const changed = compared.filter(({ difference }) => difference.differences.length > 0)
  return (
    <div ref={top} className={styles['view']} data-testid="comparison">
      <p className={styles['verdict']} data-good={changed.length === 0}>
        {changed.length === 0
          ? compared.length === 1
            ? 'The request has the same outcome.'
            : `All ${compared.length} requests have the same outcome.`
          : `${changed.length} of ${compared.length} ${compared.length === 1 ? 'request changes' : 'requests change'}.`}
      </p>
      {changed.map(({ scenario, step, request, before, after, difference }) => (
        <details key={`${scenario} ${step}`} className={styles['details']}>
          <summary>
            <b>
              {request.method ?? 'GET'} {request.url}
            </b>{' '}
            {changeInShort(before, after, difference)}
            <span className={styles['whose']}>
              {scenario}, step {step}
            </span>
          </summary>
          <Differences difference={difference} />
          {before.result && after.result && (
            <Button
              icon={<Columns2 size={14} aria-hidden />}
              onPress={() => {
                if (!before.result || !after.result) return
                playCompared({ request, result: before.result }, after.result)
                onPlay()
              }}
            >
              Play both side by side
            </Button>
          )}
        </details>
      ))}
    </div>
  )
}

/** The saved scenarios and what was sent in this session, with the scripts of the open design. */
function useRequests(site: PlacedResource<'Distribution'>): readonly Scenario[] {
  const document = useDocument()
  const hasSession = useTrace(({ steps }) => steps.some((step) => 'request' in step))
  const origins = scriptsFor(document, site.id)
  const session = hasSession ? [sessionScenario('this session')] : []
  return [...document.scenarios, ...session].map((scenario) => ({
    ...scenario,
    origins: { ...origins, ...scenario.origins },
  }))
}

type Run = (before: Side, after: Side, isOfTheSameDesign?: boolean) => Promise<void>

function WhatIf({ site, run }: { readonly site: PlacedResource<'Distribution'>; readonly run: Run }) {
  const document = useDocument()
  const subjects = whatIfSubjects(document, site)
  const [subjectId, setSubject] = useState('')
  const [optionId, setOption] = useState('')
  const subject = subjects.find(({ id }) => id === subjectId) ?? subjects[0]
  const option = subject?.options.find(({ id }) => id === optionId) ?? subject?.options[0]
  if (!subject || !option) return null
  return (
    <fieldset className={styles['rule']}>
      <legend>What if?</legend>
      <div className={styles['pair']}>
        <Field label="What if this">
          {(id) => (
            <SelectInput
              id={id}
              value={subject.id}
              onChange={setSubject}
              choices={subjects.map((one) => ({ value: one.id, label: one.label, group: one.group }))}
            />
          )}
        </Field>
        <Field label="were">
          {(id) => (
            <SelectInput
              id={id}
              value={option.id}
              onChange={setOption}
              choices={subject.options.map((one) => ({ value: one.id, label: one.label }))}
            />
          )}
        </Field>
      </div>
      <div className={styles['row']}>
        <Button
          kind="primary"
          onPress={() => void run({ document }, { document: applyEdit(document, option.edit) }, true)}
        >
          Show what would change
        </Button>
        <Button
          onPress={() => {
            commit(option.edit)
            announce(`${subject.group}: ${subject.label} is ${option.label} now.`)
          }}
        >
          Apply the change
        </Button>
      </div>
    </fieldset>
  )
}

interface Other {
  readonly id: string
  readonly label: string
  readonly side: () => Side
}

function others(
  document: DesignDocument,
  site: PlacedResource<'Distribution'>,
  past: readonly { readonly document: DesignDocument; readonly label: string }[],
): Other[] {
  const twins = distributionsIn(document)
    .filter(({ id }) => id !== site.id)
    .map(({ id }) => ({
      id: `twin ${id}`,
      label: `distribution ${id} of this design`,
      side: () => ({ document, distribution: id }),
    }))
  const earlier = past
    .map((snapshot, index) => ({
      id: `past ${index}`,
      label: index === 0 ? 'the design as it was opened' : `before “${snapshot.label}”`,
      side: () => ({
        document: snapshot.document,
        ...(snapshot.document.resources[site.id] && { distribution: site.id }),
      }),
    }))
    .filter((_, index) => past[index]?.document.resources !== document.resources)
  return [...earlier.slice(0, 1), ...earlier.slice(1).slice(-30).reverse(), ...twins]
}

function WithAnother({ site, run }: { readonly site: PlacedResource<'Distribution'>; readonly run: Run }) {
  const document = useDocument()
  const past = useDesign((state) => state.history.past)
  const [chosen, setChosen] = useState('')
  const [file, setFile] = useState<{ readonly name: string; readonly document: DesignDocument } | undefined>(
    undefined,
  )
  const choices: Other[] = [
    ...(file ? [{ id: 'file', label: file.name, side: () => ({ document: file.document }) }] : []),
    ...others(document, site, past),
  ]
  const other = choices.find(({ id }) => id === chosen) ?? choices[0]
  const open = async (picked: File) => {
    const read = await readDesign(await picked.text())
    if (read.ok) {
      setFile({ name: picked.name, document: read.value })
      setChosen('file')
    } else announce(`“${picked.name}” was not read. ${read.error}`)
  }
  return (
    <fieldset className={styles['rule']}>
      <legend>Compare</legend>
      <div className={styles['pair']}>
        <Field
          label="Another design"
          help={choices.length === 0 ? 'Edit this design, or choose a file.' : undefined}
        >
          {(id) => (
            <SelectInput
              id={id}
              value={other?.id ?? ''}
              onChange={setChosen}
              choices={
                choices.length === 0
                  ? [{ value: '', label: 'No earlier state' }]
                  : choices.map((one) => ({ value: one.id, label: one.label }))
              }
            />
          )}
        </Field>
      </div>
      <div className={styles['row']}>
        <Button
          isDisabled={!other}
          onPress={() => other && void run(other.side(), { document, distribution: site.id })}
        >
          Compare with the design as it is now
        </Button>
        <FileButton
          label="Design to compare with"
          icon={<FolderOpen size={14} aria-hidden />}
          onPick={(picked) => void open(picked)}
        >
          Choose a file
        </FileButton>
      </div>
    </fieldset>
  )
}

/** The same requests through two designs: a change to try, an earlier state, another distribution, or another file. */
export function Compare({
  site,
  onPlay,
}: {
  readonly site: PlacedResource<'Distribution'>
  /** The two are to be shown. */
  readonly onPlay: () => void
}) {
  const requests = useRequests(site)
  const [compared, setCompared] = useState<readonly ComparedRequest[] | undefined>(undefined)
  const run: Run = async (before, after, isOfTheSameDesign = false) => {
    const runner = await functionRunner()
    const stories = isOfTheSameDesign
      ? requests
      : requests.map(({ distribution: _, ...scenario }) => scenario)
    const scenarios = isOfTheSameDesign ? [...stories, ...coldAndWarm(stories)] : stories
    const result = await compareDesigns(before, after, scenarios, runner ? { runner } : {})
    const changed = result.filter(({ difference }) => difference.differences.length > 0).length
    setCompared(result)
    announce(`${changed} of ${result.length} requests change.`)
  }
  if (requests.length === 0)
    return (
      <p className={styles['hint']}>
        Send a request or save a scenario first: what is compared is what becomes of the same requests.
      </p>
    )
  return (
    <div className={styles['view']}>
      <WhatIf site={site} run={run} />
      <WithAnother site={site} run={run} />
      {compared && <Outcome compared={compared} onPlay={onPlay} />}
    </div>
  )
}
