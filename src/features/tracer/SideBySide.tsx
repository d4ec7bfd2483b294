import { ArrowLeftRight } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { tableOf } from '#core/ground/names.ts'
import { compareResults } from '#core/trace/explain/compare.ts'
import { type Beat, partingInWords, sideBySide } from '#core/trace/explain/side-by-side.ts'
import {
  choosePair,
  pairOf,
  type Side,
  showBeat,
  showPair,
  sideNames,
  sidesOf,
  usePair,
} from '#state/pair.ts'
import { useTrace } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SelectInput } from '#ui/fields.tsx'
import { Causes } from './Causes.tsx'
import { Differences } from './Differences.tsx'
import { Player } from './Player.tsx'
import both from './side-by-side.module.css'
import story from './story.module.css'
import styles from './tracer.module.css'
import { numberedName, outcome } from './words.ts'

const comparedNames = tableOf({
  'compared before': 'before: ',
  'compared after': 'after: ',
})

/** “3. GET /a (200 Hit, FRA56)”; of a comparison, which side of it. */
const nameOf = (side: Side): string =>
  side.number === undefined
    ? `${comparedNames[side.id] ?? ''}${side.request.method ?? 'GET'} ${side.request.url} (${side.result.status} ${side.result.resultType})`
    : numberedName(side.number, side)

type Pair = Readonly<Record<'one' | 'two', Side>>

function Choices({ sides, pair }: { readonly sides: readonly Side[]; readonly pair: Pair }) {
  const choices = sides.map((side) => ({ value: side.id, label: nameOf(side), group: side.group }))
  const choose = (which: 'one' | 'two') => (id: string) => {
    const other = which === 'one' ? 'two' : 'one'
    // The one that the other has is given in exchange.
    choosePair({ [other]: pair[other].id === id ? pair[which].id : pair[other].id, [which]: id })
  }
  return (
    <div className={both['choices']}>
      {(['one', 'two'] as const).map((which, index) => (
        <Field
          key={which}
          label={`Request ${sideNames[index]}`}
          aside={
            <span className={both['sign']} data-side={which} aria-hidden>
              {sideNames[index]}
            </span>
          }
        >
          {(id) => <SelectInput id={id} value={pair[which].id} choices={choices} onChange={choose(which)} />}
        </Field>
      ))}
      <Button
        label="Swap the two"
        icon={<ArrowLeftRight size={14} aria-hidden />}
        onPress={() => choosePair({ one: pair.two.id, two: pair.one.id })}
      />
    </div>
  )
}

/** What one of the two does at a beat. */
function Told({ side, which, step }: { side: Side; which: 'one' | 'two'; step: number | null }) {
  const name = sideNames[which === 'one' ? 0 : 1]
  const event = side.result.events[step ?? -1]
  return (
    <div className={both['told']} data-side={which} data-absent={!event}>
      <span className={both['sign']} data-side={which}>
        {name}
      </span>
      <span>{event ? event.detail : 'does not come here'}</span>
      {event && (event.because ?? []).length > 0 && <Causes pointers={event.because ?? []} />}
    </div>
  )
}

interface StageProps {
  readonly beat: Beat
  readonly index: number
  readonly pair: Pair
  readonly isCurrent: boolean
  readonly isAhead: boolean
  readonly isParting: boolean
  readonly children?: ReactNode
}

function Stage({ beat, index, pair, isCurrent, isAhead, isParting }: StageProps) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li
      ref={item}
      className={both['stage']}
      data-ahead={isAhead}
      data-same={beat.isSame}
      data-parting={isParting}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <div className={story['eventTitle']}>
        <button type="button" className={styles['plain']} onClick={() => showBeat(index)}>
          {beat.title}
        </button>
        {isParting && <span className={both['parts']}>Here they part</span>}
      </div>
      {beat.isSame ? (
        <div>{pair.one.result.events[beat.one ?? -1]?.detail}</div>
      ) : (
        <div className={both['pair']}>
          <Told side={pair.one} which="one" step={beat.one} />
          <Told side={pair.two} which="two" step={beat.two} />
        </div>
      )}
    </li>
  )
}

function Stories({ pair }: { readonly pair: Pair }) {
  const beat = usePair((state) => state.beat)
  const { one, two } = pair
  const aligned = useMemo(() => sideBySide(one.result, two.result), [one.result, two.result])
  const { differences } = useMemo(() => compareResults(one.result, two.result), [one.result, two.result])
  const at = beat ?? aligned.beats.length
  return (
    <>
      <p
        className={styles['verdict']}
        data-good={aligned.parting === undefined}
        data-testid="parting"
        aria-live="polite"
      >
        {partingInWords(one.result, two.result, aligned, sideNames)}
      </p>
      <div className={both['pair']}>
        {(['one', 'two'] as const).map((which, index) => (
          <p key={which} className={both['outcome']} data-side={which}>
            <span className={both['sign']} data-side={which}>
              {sideNames[index]}
            </span>{' '}
            {outcome(pair[which].result)}
          </p>
        ))}
      </div>
      <Player
        what="two stories"
        titles={aligned.beats.map(({ title }) => title)}
        step={beat}
        onStep={showBeat}
      />
      <ol className={both['stages']} aria-label="What happened to both">
        {aligned.beats.map((one, index) => (
          <Stage
            // biome-ignore lint/suspicious/noArrayIndexKey: two finished traces never change
            key={index}
            beat={one}
            index={index}
            pair={pair}
            isCurrent={index === beat}
            isAhead={index > at}
            isParting={index === aligned.parting}
          />
        ))}
      </ol>
      {differences.length > 0 && (
        <details className={styles['details']}>
          <summary>
            The outcomes differ in {differences.length} {differences.length === 1 ? 'way' : 'ways'}
          </summary>
          <Differences difference={{ differences, parting: null }} names={sideNames} />
        </details>
      )}
    </>
  )
}

/** Two requests in step: the same stage beside the same stage, where they part, and one scrubber for both. */
export function SideBySide() {
  const traced = useTrace((state) => state.traced)
  const before = useTrace((state) => state.before)
  const { one, two, compared } = usePair()
  const sides = useMemo(() => sidesOf({ traced, before }, compared), [traced, before, compared])
  const pair = pairOf(sides, { one, two })
  useEffect(() => {
    showPair(true)
    return () => showPair(false)
  }, [])
  if (!pair)
    return (
      <p className={styles['hint']}>
        Send two requests, such as the same one twice, or with a cookie and without. Here both are played in
        step, and you see where they part.
      </p>
    )
  return (
    <div className={styles['view']}>
      <Choices sides={sides} pair={pair} />
      <Stories pair={pair} />
    </div>
  )
}
