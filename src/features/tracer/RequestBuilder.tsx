import { ClipboardPaste, KeyRound, RotateCcw, Send } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { LogicalId } from '#core/model/document.ts'
import { pointsOfPresence, popByCode } from '#core/trace/engine/pops.ts'
import {
  type RequestDraft,
  strayLines,
  toViewerRequest,
  withUserAgent,
} from '#core/trace/requests/request-draft.ts'
import { deviceOf, devices } from '#core/trace/requests/request-presets.ts'
import type { SigningFlaw } from '#core/trace/requests/test-signer.ts'
import { announce, speak } from '#state/session.ts'
import { clearTrace, sendRequests, setDraft, signForTest, useTrace } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SelectInput, TextArea, TextInput } from '#ui/fields.tsx'
import { FillIn } from './FillIn.tsx'
import { ImportRequests } from './ImportRequests.tsx'
import styles from './tracer.module.css'
import { outcome } from './words.ts'

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({
  value,
  label: value,
}))
const placeChoice = (pop: string) => {
  const { code, city, country, region } = popByCode(pop)
  return { value: code, label: `${city}, ${country} (${code})`, group: `Regional edge cache ${region}` }
}
/** One location for each city: which of several a viewer gets is chance. */
export const places = pointsOfPresence
  .filter(({ city }, index) => pointsOfPresence.findIndex((other) => other.city === city) === index)
  .map(({ code }) => placeChoice(code))
const versions = [
  { value: '', label: 'HTTP/2' },
  { value: '3', label: 'HTTP/3' },
  { value: '1.1', label: 'HTTP/1.1' },
  { value: '1.0', label: 'HTTP/1.0' },
]
const tlsVersions = [
  { value: '', label: 'TLS 1.3' },
  { value: 'TLSv1.2:ECDHE-RSA-AES128-GCM-SHA256:fullHandshake', label: 'TLS 1.2' },
]
const flaws: readonly { readonly value: SigningFlaw; readonly label: string }[] = [
  { value: 'none', label: 'a good signature' },
  { value: 'expired', label: 'an expiry that has passed' },
  { value: 'milliseconds', label: 'an expiry in milliseconds' },
  { value: 'other-url', label: 'a signature of another URL' },
  { value: 'unknown-key', label: 'a key that is not trusted' },
]

type Change = (change: Partial<RequestDraft>) => void

/** The places to choose from, and the one that a request names. */
const placesWith = (pop: string) =>
  places.some(({ value }) => value === pop) ? places : [placeChoice(pop), ...places]

/** Who asks, and with what: everything but method, URL and place. */
function More({ draft, change }: { readonly draft: RequestDraft; readonly change: Change }) {
  const agent = /^user-agent\s*:\s*(.*)$/im.exec(draft.headers)?.[1]
  const stray = strayLines(draft.headers)
  return (
    <div className={styles['more']}>
      <Field
        label="Request headers"
        help={stray.length > 0 ? `Not sent, as it is no “Name: value”: ${stray.join(', ')}` : 'One per line'}
      >
        {(id, describedBy) => (
          <TextArea
            id={id}
            describedBy={describedBy}
            value={draft.headers}
            placeholder={'Accept-Encoding: br\nOrigin: https://app.example.com'}
            onChange={(headers) => change({ headers })}
          />
        )}
      </Field>
      <Field label="Cookies">
        {(id) => (
          <TextInput
            id={id}
            value={draft.cookies}
            placeholder="session=1; theme=dark"
            onChange={(cookies) => change({ cookies })}
          />
        )}
      </Field>
      {!['GET', 'HEAD'].includes(draft.method) && (
        <Field label="Body">
          {(id) => <TextArea id={id} value={draft.body} onChange={(body) => change({ body })} />}
        </Field>
      )}
      <div className={styles['pair']}>
        <Field label="Device">
          {(id) => (
            <SelectInput
              id={id}
              value={agent === undefined ? '' : (deviceOf(agent)?.id ?? 'other')}
              choices={[
                { value: '', label: 'No User-Agent' },
                ...devices.map(({ id: value, label }) => ({ value, label })),
                ...(agent !== undefined && !deviceOf(agent)
                  ? [{ value: 'other', label: 'As in the headers' }]
                  : []),
              ]}
              onChange={(device) =>
                setDraft(withUserAgent(draft, devices.find((one) => one.id === device)?.userAgent ?? ''))
              }
            />
          )}
        </Field>
        <Field label="Country">
          {(id) => (
            <TextInput
              id={id}
              value={draft.country}
              placeholder="that of the place"
              onChange={(country) => change({ country })}
            />
          )}
        </Field>
        <Field label="IP address">
          {(id) => (
            <TextInput id={id} value={draft.ip} placeholder="203.0.113.1" onChange={(ip) => change({ ip })} />
          )}
        </Field>
        <Field label="HTTP version">
          {(id) => (
            <SelectInput
              id={id}
              value={draft.httpVersion}
              choices={versions}
              onChange={(httpVersion) => change({ httpVersion })}
            />
          )}
        </Field>
        <Field label="TLS">
          {(id) => (
            <SelectInput
              id={id}
              value={draft.tls}
              choices={tlsVersions}
              onChange={(tls) => change({ tls })}
            />
          )}
        </Field>
      </div>
    </div>
  )
}

function Signing({
  draft,
  distribution,
}: {
  readonly draft: RequestDraft
  readonly distribution: LogicalId
}) {
  const [flaw, setFlaw] = useState<SigningFlaw>('none')
  const sign = async () => {
    const bare = draft.url.replace(/[?&]Expires=.*$/, '')
    const signed = await signForTest(distribution, bare, flaw)
    if ('failure' in signed) announce(signed.failure)
    else {
      setDraft({ ...draft, url: signed.url })
      announce(
        'The URL is signed with a key made here; it is trusted in this trace only, for an hour of its clock.',
      )
    }
  }
  return (
    <div className={styles['signing']}>
      <Field label="Signature of the URL">
        {(id) => (
          <SelectInput
            id={id}
            value={flaw}
            choices={flaws}
            onChange={(value) => setFlaw(flaws.find((one) => one.value === value)?.value ?? 'none')}
          />
        )}
      </Field>
      <Button icon={<KeyRound size={14} aria-hidden />} onPress={() => void sign()}>
        Sign the URL
      </Button>
    </div>
  )
}

interface BuilderProps {
  readonly distribution: LogicalId
  readonly distributions: readonly LogicalId[]
  readonly draft: RequestDraft
  readonly onDistribution: (id: LogicalId) => void
  readonly onSend: () => void
}

/** The request that is sent next. */
export function RequestBuilder({ distribution, distributions, draft, onDistribution, onSend }: BuilderProps) {
  const failure = useTrace((state) => state.failure)
  const [isImporting, setImporting] = useState(false)
  const change: Change = (part) => setDraft({ ...draft, ...part })
  const send = async (event: FormEvent) => {
    event.preventDefault()
    onSend()
    const request = toViewerRequest(draft)
    const result = await sendRequests(distribution, [request])
    if (result) speak(`${request.method} ${request.url}: ${outcome(result)}`)
    else announce(useTrace.getState().failure ?? '')
  }
  return (
    <form
      className={styles['form']}
      aria-label="Request"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
      }}
    >
      {distributions.length > 1 && (
        <SelectInput
          label="Distribution"
          value={distribution}
          onChange={onDistribution}
          choices={distributions.map((id) => ({ value: id, label: id }))}
        />
      )}
      <div className={`${styles['row']} ${styles['target']}`}>
        <SelectInput
          label="Method"
          value={draft.method}
          onChange={(method) => change({ method })}
          choices={methods}
        />
        <TextInput
          label="URL or path"
          value={draft.url}
          onChange={(url) => change({ url })}
          placeholder="/index.html or https://…"
        />
      </div>
      <div className={styles['row']}>
        <SelectInput
          label="Viewer's place"
          value={draft.pop}
          onChange={(pop) => change({ pop, country: '' })}
          choices={placesWith(draft.pop)}
        />
        <button type="submit" className={styles['send']}>
          <Send size={14} aria-hidden /> Send
        </button>
        <Button
          label="Start over with cold caches"
          icon={<RotateCcw size={14} aria-hidden />}
          onPress={() => {
            clearTrace()
            announce('All caches are empty and the clock is at its start.')
          }}
        />
      </div>
      {failure && (
        <p className={styles['failure']} role="alert">
          {failure}
        </p>
      )}
      <div className={styles['row']}>
        <FillIn distribution={distribution} draft={draft} />
        <Button icon={<ClipboardPaste size={14} aria-hidden />} onPress={() => setImporting(true)}>
          curl, HAR
        </Button>
      </div>
      <details className={styles['details']}>
        <summary>Headers, cookies, body, viewer, signature</summary>
        <More draft={draft} change={change} />
        <Signing draft={draft} distribution={distribution} />
      </details>
      {isImporting && <ImportRequests distribution={distribution} onClose={() => setImporting(false)} />}
    </form>
  )
}
