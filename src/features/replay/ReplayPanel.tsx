import { Download, FolderUp, Play, Square, Upload } from 'lucide-react'
import { type DragEvent, useDeferredValue, useState } from 'react'
import { distributionsIn } from '#core/model/distribution.ts'
import { reportCsv } from '#core/replay/report/csv.ts'
import { bytes, count } from '#core/replay/report/figures.ts'
import { useDesign, useDocument } from '#state/design.ts'
import type { Earlier } from '#state/library.ts'
import { cancelReplay, fingerprintOf, type KeptReplay, startReplay, useReplay } from '#state/replay.ts'
import { draftReplay, type ReplayForm, useReplayDraft } from '#state/replay-draft.ts'
import { Button } from '#ui/Button.tsx'
import { download } from '#ui/download.ts'
import { FileButton } from '#ui/FileButton.tsx'
import { droppedFiles } from './dropped-files.ts'
import { ReplayOptions, readForm, useEarlier } from './ReplayOptions.tsx'
import { Results } from './Results.tsx'
import styles from './replay.module.css'

function Running() {
  const progress = useReplay((state) => state.progress)
  const doing = useReplay((state) => state.doing)
  const share = progress && progress.of > 0 ? Math.min(1, progress.done / progress.of) : undefined
  return (
    <div className={styles['running']}>
      <progress className={styles['progress']} max={1} value={share} aria-label="Progress of the replay" />
      <Button icon={<Square size={14} aria-hidden />} onPress={cancelReplay}>
        Cancel
      </Button>
      <span className={styles['note']}>
        {progress
          ? `${progress.phase === 'learning' ? 'Learning lifetimes from' : 'Replaying'} ${progress.file}${progress.requests > 0 ? `, ${count(progress.requests)} requests` : ''}`
          : 'Starting…'}
        {doing && ` · ${doing}`}
      </span>
    </div>
  )
}

const some = 3
/** Names of files, the first few of many. */
function namesOf(files: readonly { readonly name: string }[]): string {
  const names = files.slice(0, some).map(({ name }) => name)
  const rest = files.length - names.length
  return `${names.join(', ')}${rest > 0 ? ` and ${count(rest)} more` : ''}`
}
const withSize = (files: readonly { readonly name: string; readonly size: number }[]): string =>
  `${namesOf(files)}, ${bytes(files.reduce((sum, file) => sum + file.size, 0))}`

function Finished({ kept, name }: { readonly kept: KeptReplay; readonly name: string }) {
  const { result, milliseconds, files } = kept
  const { log, assumptions } = result.report
  const foreign = assumptions.find(({ about }) => about === 'Host')
  const problems = log.files.filter(({ damage, unreadable }) => damage !== null || unreadable > 0).length
  return (
    <div className={styles['finished']}>
      <span data-testid="replay-outcome">
        {count(log.requests)} requests of {namesOf(files)} in {(milliseconds / 1000).toFixed(1)} s
        {log.unreadable > 0 && `, ${count(log.unreadable)} lines not read`}
      </span>
      <Button
        label="All groups as one CSV file"
        icon={<Download size={14} aria-hidden />}
        onPress={() => download(`${name}-replay.csv`, reportCsv(result.report), 'text/csv')}
      >
        CSV
      </Button>
      <Button
        label="The whole report as JSON"
        icon={<Download size={14} aria-hidden />}
        onPress={() => download(`${name}-replay.json`, JSON.stringify(result, null, 2), 'application/json')}
      >
        JSON
      </Button>
      {problems > 0 && (
        <p className={styles['failure']}>
          {problems === 1 ? 'A file has' : `${problems} files have`} problems; see “What it rests on”.
        </p>
      )}
      {foreign && <p className={styles['foreign']}>{foreign.assumed}</p>}
    </div>
  )
}

/** The figures are of a design that is no more; in the line of what to press. */
function Stale({ kept, hasLog }: { readonly kept: KeptReplay | undefined; readonly hasLog: boolean }) {
  const now = fingerprintOf(useDocument())
  if (!kept || kept.fingerprint === now) return null
  return (
    <span className={styles['stale']}>
      The design has changed since; {hasLog ? 'replay again.' : 'choose the log once more to replay it.'}
    </span>
  )
}

interface OutcomeProps {
  readonly kept: KeptReplay
  readonly name: string
  /** Undefined where the log is not at hand any more. */
  readonly onSearch: (() => void) | undefined
}

/** What came of the last replay. */
function Outcome({ kept, name, onSearch }: OutcomeProps) {
  const { log } = kept.result.report
  if (log.requests === 0)
    return (
      <p className={styles['failure']} role="alert">
        No request could be read.{' '}
        {log.files
          .map(
            ({ file, damage, examples }) =>
              `${file}: ${damage ?? examples[0]?.reason ?? 'it holds no requests.'}`,
          )
          .join(' ')}
      </p>
    )
  return (
    <>
      <Finished kept={kept} name={name} />
      <Results key={`${log.from} ${kept.fingerprint} ${kept.milliseconds}`} kept={kept} onSearch={onSearch} />
    </>
  )
}

/** How the replay stands, for everybody and for those who hear the page. */
function State({
  problem,
  files,
}: {
  readonly problem: string | undefined
  readonly files: readonly File[]
}) {
  const { status, kept, failure } = useReplay()
  return (
    <div role="status" aria-live="polite">
      {problem !== undefined && <p className={styles['failure']}>{problem}</p>}
      {status === 'failed' && (
        <p className={styles['failure']}>
          The replay stopped: {failure} Try fewer files at a time, or the command: frontage replay.
        </p>
      )}
      {status === 'cancelled' && (
        <p className={styles['note']}>Cancelled.{kept && ' What stands below is of the replay before.'}</p>
      )}
      {status === 'running' && (
        <span className={styles['unseen']}>
          Replaying {files.length === 1 ? files[0]?.name : `${files.length} files`}.
        </span>
      )}
      {status === 'done' && kept && (
        <span className={styles['unseen']}>{count(kept.result.report.log.requests)} requests replayed.</span>
      )}
    </div>
  )
}

/** What can be replayed, and what stays of it. */
function Hint() {
  return (
    <p className={styles['hint']}>
      Standard logs (W3C, JSON, gzipped or not), real-time logs, HAR files and lists of URLs. They stay in
      this browser: a worker serves every request by this design and tells what the caches, the origins and
      the bill would have seen. Only the report is kept, with the design.
    </p>
  )
}

const designBefore = (earlier: readonly Earlier[], chosen: string, now: Earlier['document']) => {
  const found = earlier.find(({ value }) => value === chosen)
  return found && fingerprintOf(found.document) !== fingerprintOf(now)
    ? { document: found.document, name: found.label }
    : null
}

/** Serves the requests of log files by the open design: hit ratios, misses with reasons, cost, and what an edit changes. */
export function ReplayPanel() {
  const document = useDocument()
  const name = useDesign((state) => state.name)
  const { status, kept } = useReplay()
  const earlier = useEarlier()
  const { files, form } = useReplayDraft()
  const [isOver, setIsOver] = useState(false)
  const [showsOptions, setShowsOptions] = useState(kept === undefined)
  const sites = distributionsIn(document)
  const site = sites.find(({ id }) => id === form.distribution) ?? sites[0]
  const isRunning = status === 'running'
  // The state of a replay shows at once; its tables are drawn behind, so that no frame waits for them.
  const shown = useDeferredValue(isRunning ? undefined : kept)
  if (!site) return <p className={styles['hint']}>Draw or open a distribution first.</p>
  const meant = readForm(form)

  const take = (list: readonly File[]) => {
    if (list.length === 0) return
    draftReplay({ files: [...list].sort((a, b) => a.name.localeCompare(b.name)) })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setIsOver(false)
    void droppedFiles(event.dataTransfer).then(take)
  }
  const run = (suggests = form.suggests) => {
    if ('problem' in meant) return
    setShowsOptions(false)
    startReplay({
      files,
      document,
      distribution: site.id,
      before: designBefore(earlier, form.before, document),
      ...meant.read,
      learns: form.learns,
      suggests,
    })
  }
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
        <FileButton
          label="Log files"
          of="several"
          icon={<Upload size={14} aria-hidden />}
          onPick={(_, all) => take(all)}
        >
          Choose log files
        </FileButton>
        <FileButton
          label="Folder of logs"
          title="Choose a folder"
          of="folder"
          icon={<FolderUp size={14} aria-hidden />}
          onPick={(_, all) => take(all.filter(({ name }) => !name.startsWith('.')))}
        />
        <span className={styles['note']} data-testid="replay-files">
          {files.length > 0
            ? withSize(files)
            : kept
              ? `or drop them here; the last replay was of ${withSize(kept.files)}`
              : 'or drop files or a folder here'}
        </span>
        <Button
          kind="primary"
          icon={<Play size={14} aria-hidden />}
          isDisabled={files.length === 0 || isRunning || 'problem' in meant}
          onPress={() => run()}
        >
          Replay
        </Button>
      </div>
      <div className={styles['about']}>
        {!isRunning && <Stale kept={kept} hasLog={files.length > 0} />}
        <details open={showsOptions} onToggle={(event) => setShowsOptions(event.currentTarget.open)}>
          <summary>Options</summary>
          <ReplayOptions
            form={{ ...form, distribution: site.id }}
            onChange={(changed: ReplayForm) => draftReplay({ form: changed })}
            sites={sites.map(({ id }) => id)}
            earlier={earlier}
          />
        </details>
      </div>
      <State problem={'problem' in meant ? meant.problem : undefined} files={files} />
      {isRunning && <Running />}
      {shown && !isRunning && (
        <Outcome
          kept={shown}
          name={name}
          onSearch={files.length > 0 && !('problem' in meant) ? () => run(true) : undefined}
        />
      )}
      {status === 'idle' && <Hint />}
    </div>
  )
}
