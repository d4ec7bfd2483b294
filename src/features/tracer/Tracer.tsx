import { useEffect, useState } from 'react'
import { traceAgain } from '#commands/trace-again.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { LogicalId } from '#core/model/document.ts'
import { firstDraft } from '#core/trace/requests/request-draft.ts'
import { useDocument } from '#state/design.ts'
import { useScenarioTests, watchScenarios } from '#state/scenario-tests.ts'
import { showView, useSession } from '#state/session.ts'
import { isOutdated, showTraced, type Traced, useDraft, useTrace } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import { useKeptScroll } from '#ui/kept-scroll.ts'
import { TabList } from '#ui/TabList.tsx'
import { Caches } from './Caches.tsx'
import { Compare } from './Compare.tsx'
import { LiveBar } from './LiveBar.tsx'
import { Origins } from './Origins.tsx'
import { RequestBuilder } from './RequestBuilder.tsx'
import { SideBySide } from './SideBySide.tsx'
import { Story } from './Story.tsx'
import { Tests } from './Tests.tsx'
import styles from './tracer.module.css'
import { WhyNotHit } from './WhyNotHit.tsx'
import { placeOf, shortUrl } from './words.ts'

const views = [
  { id: 'story', label: 'Story' },
  { id: 'caches', label: 'Caches' },
  { id: 'why', label: 'Why not a hit?' },
  { id: 'both', label: 'Side by side' },
  { id: 'origins', label: 'Origins' },
  { id: 'tests', label: 'Tests' },
  { id: 'compare', label: 'What if' },
] as const
type ViewId = (typeof views)[number]['id']
/** Where a request that was just sent is looked at; the other views lead to its story. */
const ofRequests: readonly ViewId[] = ['story', 'caches', 'why', 'both']

const setView = (view: ViewId): void => showView('trace', view === 'story' ? undefined : view)
const useView = (): ViewId => {
  const shown = useSession((session) => session.views.trace)
  return views.find(({ id }) => id === shown)?.id ?? 'story'
}

/** Saved scenarios that pass, beside the tab's name. */
function useTestCount(): string {
  const { results } = useScenarioTests()
  if (results.length === 0) return ''
  return ` ${results.filter(({ passed }) => passed).length}/${results.length}`
}

/** “Miss from cloudfront, FRA56”; where there is little room, the first word and the place. */
function Verdict({ of: result }: { readonly of: Traced['result'] }) {
  const [first, ...rest] = (result.xCache ?? result.resultType).split(' ')
  return (
    <span>
      {first}
      {rest.length > 0 && <small> {rest.join(' ')}</small>}, {placeOf(result)}
    </span>
  )
}

function SentRequests() {
  const traced = useTrace((state) => state.traced)
  const shown = useTrace((state) => state.shown)
  if (traced.length === 0) return null
  return (
    <TabList
      label="Sent requests"
      className={styles['requests']}
      isVertical
      selected={String(shown)}
      onSelect={(id) => showTraced(Number(id))}
      tabs={traced.map(({ id, request, result }) => ({
        id: String(id),
        className: styles['request'],
        state: result.xCache?.split(' ')[0] ?? result.resultType,
        label: (
          <>
            <b>{result.status}</b>{' '}
            <i>
              {request.method ?? 'GET'} {shortUrl(request)}
            </i>{' '}
            <Verdict of={result} />
          </>
        ),
      }))}
    />
  )
}

function Outdated() {
  const document = useDocument()
  const basis = useTrace((state) => state.basis)
  const count = useTrace(({ steps }) => steps.filter((step) => 'request' in step).length)
  if (!isOutdated(basis, document) || count === 0) return null
  return (
    <div className={styles['outdated']}>
      The design has changed since this was traced.
      <Button onPress={() => void traceAgain()}>Trace {count === 1 ? 'it' : `all ${count}`} again</Button>
    </div>
  )
}

function StoryView({ onWhy }: { readonly onWhy: () => void }) {
  const current = useTrace(({ traced, shown }) => traced.find(({ id }) => id === shown))
  if (current) return <Story traced={current} onWhy={onWhy} />
  return (
    <p className={styles['hint']}>
      Send a request to see which behavior takes it, what the caches do and what the origin is asked. Send it
      again to see a hit.
    </p>
  )
}

/** Sends sample requests through the design and tells what happened to them and why. */
export function Tracer() {
  const document = useDocument()
  const sites = distributionsIn(document)
  const [chosen, setChosen] = useState<LogicalId | undefined>(undefined)
  const view = useView()
  const draft = useDraft((state) => state.draft) ?? firstDraft
  const testCount = useTestCount()
  useEffect(watchScenarios, [])
  const shown = useTrace((state) => state.shown)
  // Each view is read from its beginning, and the story of each request.
  const scroller = useKeptScroll(`trace ${view}`, view === 'story' ? shown : undefined)
  const side = useKeptScroll('trace request')
  const site = sites.find(({ id }) => id === chosen) ?? sites[0]
  if (!site) return <p className={styles['hint']}>Draw or open a distribution first.</p>
  return (
    <div className={styles['tracer']}>
      <div ref={side} className={styles['side']}>
        <LiveBar />
        <RequestBuilder
          distribution={site.id}
          distributions={sites.map(({ id }) => id)}
          draft={draft}
          onDistribution={setChosen}
          onSend={() => {
            if (!ofRequests.includes(view)) setView('story')
          }}
        />
        <Outdated />
        <SentRequests />
      </div>
      <div className={styles['main']}>
        <TabList
          label="Views of the trace"
          className={styles['views']}
          selected={view}
          onSelect={(id) => setView(views.find((one) => one.id === id)?.id ?? 'story')}
          tabs={views.map(({ id, label }) => ({
            id,
            className: styles['viewTab'],
            label: id === 'tests' ? `${label}${testCount}` : label,
          }))}
        />
        <div
          key={view}
          ref={scroller}
          className={styles['panel']}
          role="tabpanel"
          aria-label={views.find(({ id }) => id === view)?.label}
        >
          {view === 'story' && <StoryView onWhy={() => setView('why')} />}
          {view === 'both' && <SideBySide />}
          {view === 'caches' && <Caches />}
          {view === 'why' && <WhyNotHit />}
          {view === 'origins' && <Origins site={site} />}
          {view === 'tests' && <Tests />}
          {view === 'compare' && <Compare site={site} onPlay={() => setView('both')} />}
        </div>
      </div>
    </div>
  )
}
