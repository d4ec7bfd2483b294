import { Download, Play, Square, Upload } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { distributionsIn } from '#core/model/distribution.ts'
import type { LogicalId } from '#core/model/document.ts'
import { reportCsv } from '#core/replay/csv.ts'
import { type LifetimeRule, parseLifetimeRule } from '#core/replay/lifetimes.ts'
import { useDesign, useDocument } from '#state/design.ts'
import { cancelReplay, type ReplayResult, startReplay, useReplay } from '#state/replay.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput, SwitchInput, TextInput } from '#ui/fields.tsx'
import { Results } from './Results.tsx'
import styles from './replay.module.css'
import { bytes, count } from './show.ts'

function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Rules as a person writes them, by semicolons; the first that is none is told. */
function rulesOf(text: string): { readonly rules: LifetimeRule[]; readonly problem: string | undefined } {
  const parsed = text
    .split(/[;\n]/)
    .filter((part) => part.trim() !== '')
    .map(parseLifetimeRule)
  const wrong = parsed.find((rule) => 'error' in rule)
  return {
    rules: parsed.flatMap((rule) => ('error' in rule ? [] : [rule])),
    problem: wrong && 'error' in wrong ? wrong.error : undefined,
  }
}

function Running() {
  const progress = useReplay((state) => state.progress)
  const doing = useReplay((state) => state.doing)
  const share = progress && progress.of > 0 ? Math.min(1, progress.done / progress.of) : undefined
  return (
    <div className={styles['running']}>
      <progress className={styles['progress']} max={1} value={share} aria-label="Progress of the replay" />
      <span className={styles['note']}>
        {progress
          ? `${progress.phase === 'learning' ? 'Learning lifetimes from' : 'Replaying'} ${progress.file}${progress.requests > 0 ? `, ${count(progress.requests)} requests` : ''}`
          : 'Starting…'}
        {doing && ` · ${doing}`}
      </span>
      <Button icon={<Square size={14} aria-hidden />} onPress={cancelReplay}>
        Cancel
      </Button>
    </div>
  )
}

function Finished({ result, name }: { readonly result: ReplayResult; readonly name: string }) {
  const milliseconds = useReplay((state) => state.milliseconds)
  const isOld = useReplay((state) => state.resources) !== useDocument().resources
  const { log } = result.report
  const problems = log.files.filter(({ damage, unreadable }) => damage !== null || unreadable > 0).length
  return (
    <div className={styles['finished']}>
      <span data-testid="replay-outcome">
        {count(log.requests)} requests in {(milliseconds / 1000).toFixed(1)} s
        {log.unreadable > 0 && `, ${count(log.unreadable)} lines not read`}
      </span>
      {problems > 0 && (
        <span className={styles['failure']}>
          {problems === 1 ? 'A file has' : `${problems} files have`} problems; see “What it rests on”.
        </span>
      )}
      {isOld && <span className={styles['failure']}>The design has changed since; replay again.</span>}
      <Button
        icon={<Download size={14} aria-hidden />}
        onPress={() => save(`${name}-replay.csv`, 'text/csv', reportCsv(result.report))}
      >
        CSV
      </Button>
      <Button
        icon={<Download size={14} aria-hidden />}
        onPress={() => save(`${name}-replay.json`, 'application/json', JSON.stringify(result, null, 2))}
      >
        JSON
      </Button>
    </div>
  )
}

/** Serves the requests of log files by the open design: hit ratios, misses with reasons, cost, and what an edit changes. */
export function ReplayPanel() {
  const document = useDocument()
  const opened = useDesign(({ history }) => history.past[0]?.document)
  const name = useDesign((state) => state.name)
  const { status, result, failure } = useReplay()
  const [files, setFiles] = useState<readonly File[]>([])
  const [chosen, setChosen] = useState<LogicalId | undefined>(undefined)
  const [rules, setRules] = useState('')
  const [compares, setCompares] = useState(true)
  const [learns, setLearns] = useState(true)
  const [suggests, setSuggests] = useState(false)
  const [isOver, setIsOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const sites = distributionsIn(document)
  const site = sites.find(({ id }) => id === chosen) ?? sites[0]
  if (!site) return <p className={styles['hint']}>Draw or open a distribution first.</p>
  const { rules: lifetimes, problem } = rulesOf(rules)
  const isRunning = status === 'running'

  const take = (list: FileList | null) => {
    if (!list || list.length === 0) return
    setFiles([...list].sort((a, b) => a.name.localeCompare(b.name)))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setIsOver(false)
    take(event.dataTransfer.files)
  }
  const run = () => {
    startReplay({
      files,
      document,
      distribution: site.id,
      before: compares && opened !== undefined && opened.resources !== document.resources ? opened : null,
      lifetimes,
      learns,
      suggests,
    })
    announce(`Replaying ${files.length === 1 ? files[0]?.name : `${files.length} files`}.`)
  }
  const total = files.reduce((sum, { size }) => sum + size, 0)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files may be dropped anywhere in the panel; the button does the same by keyboard
    <div
      className={styles['panel']}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <div className={styles['form']}>
        {sites.length > 1 && (
          <SelectInput
            label="Distribution to replay"
            value={site.id}
            onChange={setChosen}
            choices={sites.map(({ id }) => ({ value: id, label: id }))}
          />
        )}
        <input
          ref={picker}
          className={styles['picker']}
          type="file"
          multiple
          aria-label="Log files"
          tabIndex={-1}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <Button icon={<Upload size={14} aria-hidden />} onPress={() => picker.current?.click()}>
          Choose log files
        </Button>
        <span className={styles['note']} data-testid="replay-files">
          {files.length === 0
            ? 'or drop them here'
            : `${files.length === 1 ? files[0]?.name : `${files.length} files`}, ${bytes(total)}`}
        </span>
        <TextInput
          label="What origins send as Cache-Control"
          value={rules}
          onChange={setRules}
          placeholder="Cache-Control of origins: *.css=max-age=86400; /api/*=no-store"
        />
        <SwitchInput label="Learn lifetimes from the log" value={learns} onChange={setLearns} />
        {opened && (
          <SwitchInput label="Compare with the design as opened" value={compares} onChange={setCompares} />
        )}
        <SwitchInput label="Search for changes that pay" value={suggests} onChange={setSuggests} />
        <Button
          kind="primary"
          icon={<Play size={14} aria-hidden />}
          isDisabled={files.length === 0 || isRunning || problem !== undefined}
          onPress={run}
        >
          Replay
        </Button>
      </div>
      <div role="status" aria-live="polite">
        {problem && <p className={styles['failure']}>{problem}</p>}
        {status === 'failed' && <p className={styles['failure']}>The replay stopped: {failure}</p>}
        {status === 'cancelled' && <p className={styles['note']}>Cancelled.</p>}
      </div>
      {isRunning && <Running />}
      {status === 'done' && result && result.report.log.requests === 0 && (
        <p className={styles['failure']}>
          No request could be read.{' '}
          {result.report.log.files
            .map(({ file, damage }) => `${file}: ${damage ?? 'it holds no requests.'}`)
            .join(' ')}
        </p>
      )}
      {status === 'done' && result && result.report.log.requests > 0 && (
        <>
          <Finished result={result} name={name} />
          <Results key={result.report.log.from} result={result} />
        </>
      )}
      {status === 'idle' && (
        <p className={styles['hint']}>
          Standard logs (tab-separated or JSON, gzipped or not), real-time logs, HAR files and lists of URLs.
          They stay in this browser: a worker serves every request by this design and tells what the caches,
          the origins and the bill would have seen.
        </p>
      )}
    </div>
  )
}
