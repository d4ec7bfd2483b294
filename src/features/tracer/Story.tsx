import { BookOpen, CircleHelp, ClipboardCopy, Lightbulb } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { TraceEvent } from '#core/model/scenario.ts'
import { compareResults } from '#core/trace/explain/compare.ts'
import { eventsAt } from '#core/trace/explain/events.ts'
import { explain } from '#core/trace/explain/explain.ts'
import type { Hint } from '#core/trace/explain/hints/hint.ts'
import { hintsFor } from '#core/trace/explain/hints/index.ts'
import { namedPatterns } from '#core/trace/message/sentence.ts'
import { useDocument } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { asTraced, showStep, type Traced, useTrace } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import { Causes } from './Causes.tsx'
import { Changes } from './Changes.tsx'
import { Differences } from './Differences.tsx'
import { FunctionGives } from './FunctionGives.tsx'
import { PinAnswer } from './Pinned.tsx'
import { Player } from './Player.tsx'
import story from './story.module.css'
import styles from './tracer.module.css'
import { headerText, outcome, spanText, timeText } from './words.ts'

const basisInWords: Readonly<Record<TraceEvent['basis'], string>> = {
  documented: 'As AWS documents it',
  inferred: 'AWS does not document this; it is our reading',
  observed: 'AWS does not document this; people have seen CloudFront do it',
}

/** All patterns that did not match, where the sentence names the nearest alone. */
function Passed({ said }: { readonly said: TraceEvent['said'] }) {
  if (said?.is !== 'chosen' || said.passed.length <= namedPatterns + 1) return null
  return (
    <details className={styles['details']}>
      <summary>All {said.passed.length} patterns that do not match</summary>
      <ol className={story['passed']}>
        {said.passed.map((pattern) => (
          <li key={pattern}>{pattern}</li>
        ))}
      </ol>
    </details>
  )
}

function Step({
  event,
  index,
  isCurrent,
  isAhead,
  traced,
  attempt,
}: {
  readonly traced: Traced
  /** Which of the origin's answers it tells, from 0; undefined where it tells none. */
  readonly attempt: number | undefined
  readonly event: TraceEvent
  readonly index: number
  readonly isCurrent: boolean
  readonly isAhead: boolean
}) {
  const { title, detail, basis, docs, because = [], changes = [], duration } = event
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li
      ref={item}
      className={story['event']}
      data-ahead={isAhead}
      data-stage={event.stage}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <div className={story['eventTitle']}>
        <button type="button" className={styles['plain']} onClick={() => showStep(index)}>
          {title}
        </button>
        {duration !== undefined && (
          <span className={styles['tag']} title="In the simulated network">
            {timeText(duration)}
          </span>
        )}
        {/* What AWS documents is the rule; what is not stands out. */}
        {basis !== 'documented' && (
          <span className={styles['tag']} title={basisInWords[basis]}>
            {basis}
          </span>
        )}
        <span className={story['because']}>
          <Causes pointers={because} />
        </span>
        {docs && (
          <a
            className={story['page']}
            href={docs}
            target="_blank"
            rel="noreferrer"
            title={`${basisInWords[basis]}: the AWS page`}
            aria-label={`AWS page of ${title}`}
          >
            <BookOpen size={13} aria-hidden />
          </a>
        )}
      </div>
      <div>{detail}</div>
      <Passed said={event.said} />
      {changes.length > 0 && <Changes changes={changes} />}
      {attempt !== undefined && <PinAnswer traced={traced} attempt={attempt} />}
      <FunctionGives event={event} />
    </li>
  )
}

/** The messages themselves, and the key. */
function Facts({ traced: { result } }: { readonly traced: Traced }) {
  return (
    <div className={story['facts']}>
      <h3>Response headers</h3>
      <pre>{headerText(result.headers)}</pre>
      {result.originRequests.map((request, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: attempts are told apart by their order alone
        <div key={index}>
          <h3>
            Origin request to {request.origin}: {request.status ?? request.error}
          </h3>
          <pre>
            {`${request.method} ${request.protocol}://${request.host}${request.path}${request.query ? `?${request.query}` : ''}\n${headerText(request.headers)}`}
          </pre>
        </div>
      ))}
      {result.cacheKey && (
        <>
          <h3>Cache key</h3>
          <pre>{JSON.stringify(result.cacheKey, null, 2)}</pre>
        </>
      )}
      {result.functions.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs are told apart by their order alone
        <div key={index}>
          <h3>
            {run.name} on the {run.event}
          </h3>
          <pre>
            {[
              ...run.logs,
              run.error ? `${run.error.type}: ${run.error.message}` : 'ran without an error',
            ].join('\n')}
          </pre>
        </div>
      ))}
    </div>
  )
}

/** What is behind a trace, in the design that it was sent through: what was mended since explains nothing of it. */
function useHints({ request, result }: Traced): readonly Hint[] {
  const now = useDocument()
  const basis = useTrace((state) => state.basis)
  const distribution = useTrace((state) => state.distribution)
  const document = useMemo(() => asTraced(basis, now), [basis, now])
  return useMemo(
    () =>
      distribution === undefined || document.resources[distribution]?.type !== 'Distribution'
        ? []
        : hintsFor({ document, distribution, request, result }),
    [document, distribution, request, result],
  )
}

/** What experience says about this trace, before its steps. */
function Hints({ hints }: { readonly hints: readonly Hint[] }) {
  if (hints.length === 0) return null
  return (
    <ul className={story['hints']} aria-label="What is behind it">
      {hints.map(({ id, text, because, docs }) => (
        <li key={id} data-hint={id}>
          <Lightbulb size={14} aria-hidden /> {text}
          <div className={styles['causes']}>
            <Causes pointers={because} />
            <a href={docs} target="_blank" rel="noreferrer">
              AWS page
            </a>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The whole trace as a paragraph, made when it is asked for. */
function Words({ text }: { readonly text: () => string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles['details']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>In words</summary>
      {isOpen && (
        <p className={story['words']} data-testid="trace-words">
          {text()}
        </p>
      )}
    </details>
  )
}

/** What became of one request, stage by stage, with reasons. */
export function Story({ traced, onWhy }: { readonly traced: Traced; readonly onWhy: () => void }) {
  const { request, result } = traced
  const step = useTrace((state) => state.step)
  const before = useTrace((state) => state.before)
  const all = useTrace((state) => state.traced)
  const former = before[all.indexOf(traced)]?.result
  const change = former && compareResults(former, result)
  const at = step ?? result.events.length
  const took = result.events.reduce((sum, { duration = 0 }) => sum + duration, 0)
  const hints = useHints(traced)
  const fetches = eventsAt(result, 'origin-fetch')
  const words = () => explain(request, result, hints)
  const copy = () => {
    void navigator.clipboard
      .writeText(words())
      .then(() => announce('The explanation is on the clipboard.'))
      .catch(() =>
        announce('The browser does not let the page write to the clipboard; select the text instead.'),
      )
  }
  return (
    <>
      <div className={styles['outcomeRow']}>
        <p className={styles['outcome']} data-testid="trace-outcome" data-error={result.status >= 400}>
          {outcome(result)}
          {result.ttl !== null && ` · stored for ${spanText(result.ttl)}`}
          {` · ${timeText(took)} simulated`}
        </p>
        {result.resultType === 'Miss' && all.length > 1 && (
          <Button icon={<CircleHelp size={14} aria-hidden />} onPress={onWhy}>
            Why not a hit?
          </Button>
        )}
        <Button icon={<ClipboardCopy size={14} aria-hidden />} onPress={copy}>
          Copy in words
        </Button>
      </div>
      <Hints hints={hints} />
      <Words text={words} />
      {change && (
        <details className={styles['details']} open={change.differences.length > 0}>
          <summary>
            {change.differences.length === 0
              ? 'The same as before the edit'
              : `Changed by the edit in ${change.differences.length} ${change.differences.length === 1 ? 'way' : 'ways'}`}
          </summary>
          <Differences difference={change} />
        </details>
      )}
      <Player what="story" titles={result.events.map(({ title }) => title)} step={step} onStep={showStep} />
      <div className={story['story']}>
        <ol className={styles['events']} aria-label="What happened">
          {result.events.map((event, index) => (
            // The same stage may tell several things; their order is their identity.
            <Step
              // biome-ignore lint/suspicious/noArrayIndexKey: a finished trace never changes
              key={index}
              traced={traced}
              event={event}
              index={index}
              attempt={event.stage === 'origin-fetch' ? fetches.indexOf(event) : undefined}
              isCurrent={index === step}
              isAhead={index > at}
            />
          ))}
        </ol>
        <Facts traced={traced} />
      </div>
    </>
  )
}
