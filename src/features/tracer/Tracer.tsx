import { FastForward, RotateCcw, Send, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { RequestResult } from '#core/model/scenario.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { useDocument } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { advanceClock, clearTrace, invalidateAll, sendRequest, useTrace } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput, TextInput } from '#ui/fields.tsx'
import { parseHeaderLines } from './headers.ts'
import styles from './tracer.module.css'

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({
  value,
  label: value,
}))
const places = [
  ['FRA56', 'DE', 'Frankfurt'],
  ['IAD89', 'US', 'Ashburn'],
  ['NRT57', 'JP', 'Tokyo'],
  ['GRU3', 'BR', 'São Paulo'],
  ['SYD62', 'AU', 'Sydney'],
  ['BOM78', 'IN', 'Mumbai'],
] as const

const outcome = ({ status, xCache, servedBy }: RequestResult) =>
  `${status} · ${xCache ?? 'no X-Cache'} · served by ${servedBy}`
const headerText = (headers: RequestResult['headers']) =>
  Object.entries(headers)
    .flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`))
    .join('\n')

function Story({ result }: { readonly result: RequestResult }) {
  return (
    <div className={styles['story']}>
      <ol className={styles['events']} aria-label="What happened">
        {result.events.map((event, index) => (
          // The same stage may tell several things; their order is their identity.
          // biome-ignore lint/suspicious/noArrayIndexKey: a finished trace never changes
          <li key={index} className={styles['event']}>
            <div className={styles['eventTitle']}>
              {event.title}
              {event.basis === 'inferred' && (
                <span className={styles['inferred']} title="AWS does not document this; it is our reading">
                  inferred
                </span>
              )}
            </div>
            <div>{event.detail}</div>
            {event.docs && (
              <a href={event.docs} target="_blank" rel="noreferrer">
                AWS page
              </a>
            )}
          </li>
        ))}
      </ol>
      <div className={styles['facts']}>
        <h3>Response headers</h3>
        <pre>{headerText(result.headers)}</pre>
        {result.originRequests.map((request) => (
          <div key={`${request.origin} ${request.status ?? request.error}`}>
            <h3>Origin request to {request.origin}</h3>
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
      </div>
    </div>
  )
}

/** Sends sample requests through the design and tells what happened to them and why. */
export function Tracer() {
  const document = useDocument()
  const { traced, caches, failure } = useTrace()
  const sites = distributionsIn(document)
  const [chosen, setChosen] = useState<LogicalId | undefined>(undefined)
  const [url, setUrl] = useState('/')
  const [method, setMethod] = useState('GET')
  const [headers, setHeaders] = useState('')
  const [place, setPlace] = useState('FRA56')
  const [shown, setShown] = useState(0)
  const site = sites.find(({ id }) => id === chosen) ?? sites[0]
  if (!site) return <p className={styles['hint']}>Draw or open a distribution first.</p>

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const [pop, country] = places.find(([code]) => code === place) ?? places[0]
    const originIds = originsOf(site).map(({ value }) => nameOf(value.Id))
    await sendRequest(site.id, originIds, {
      method,
      url,
      headers: parseHeaderLines(headers),
      viewer: { pop, country },
    })
    setShown(0)
    const [last] = useTrace.getState().traced
    announce(last ? `${method} ${url}: ${outcome(last.result)}` : 'The request could not be sent.')
  }
  const current = traced[shown]
  return (
    <div className={styles['panel']}>
      <form className={styles['form']} onSubmit={(event) => void send(event)}>
        {sites.length > 1 && (
          <SelectInput
            label="Distribution"
            value={site.id}
            onChange={setChosen}
            choices={sites.map(({ id }) => ({ value: id, label: id }))}
          />
        )}
        <SelectInput label="Method" value={method} onChange={setMethod} choices={methods} />
        <TextInput label="URL or path" value={url} onChange={setUrl} placeholder="/index.html or https://…" />
        <SelectInput
          label="Viewer's place"
          value={place}
          onChange={setPlace}
          choices={places.map(([value, , label]) => ({ value, label }))}
        />
        <TextInput
          label="Request headers"
          value={headers}
          onChange={setHeaders}
          placeholder="Accept-Encoding: br; Cookie: a=1"
        />
        <button type="submit" className={styles['send']}>
          <Send size={14} aria-hidden /> Send
        </button>
        <Button
          label="One hour later"
          icon={<FastForward size={14} aria-hidden />}
          onPress={() => advanceClock(3600)}
        />
        <Button label="Invalidate /*" icon={<Trash2 size={14} aria-hidden />} onPress={invalidateAll} />
        <Button
          label="Start anew with cold caches"
          icon={<RotateCcw size={14} aria-hidden />}
          onPress={clearTrace}
        />
      </form>
      {failure && <p className={styles['failure']}>{failure}</p>}
      {current ? (
        <>
          <div className={styles['requests']} role="tablist" aria-label="Sent requests">
            {traced.map(({ request, result }, index) => (
              <button
                type="button"
                role="tab"
                aria-selected={index === shown}
                // biome-ignore lint/suspicious/noArrayIndexKey: requests are only added in front, and all are redrawn then
                key={index}
                className={styles['request']}
                data-cache={result.xCache?.split(' ')[0]}
                onClick={() => setShown(index)}
              >
                <b>{result.status}</b> {request.method} {request.url}{' '}
                <span>{result.xCache ?? result.resultType}</span>
              </button>
            ))}
          </div>
          <p className={styles['outcome']} data-testid="trace-outcome">
            {outcome(current.result)}
            {current.result.ttl !== null && ` · stored for ${current.result.ttl} s`}
            {` · ${caches.length} objects in caches`}
          </p>
          <Story result={current.result} />
        </>
      ) : (
        <p className={styles['hint']}>
          Send a request to see which behavior takes it, what the caches do and what the origin is asked. Send
          it again to see a hit.
        </p>
      )}
    </div>
  )
}
