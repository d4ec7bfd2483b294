import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { setOriginScript } from '#core/edits/scenarios.ts'
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { LogicalId } from '#core/model/document.ts'
import { combine } from '#core/model/edit.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { parseCurl } from '#core/trace/requests/curl.ts'
import { type HarEntry, harHosts, parseHar, recordedRules } from '#core/trace/requests/har.ts'
import { firstDraft, toDraft } from '#core/trace/requests/request-draft.ts'
import { commit, useDocument } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { sendRequests, setDraft, useDraft } from '#state/trace.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Field, SelectInput, SwitchInput, TextArea } from '#ui/fields.tsx'
import styles from './tracer.module.css'

/** As many as a person wants to look at; a recording of a whole day is not sent by accident. */
const mostRequests = 100

function CurlPart({ onClose }: { readonly onClose: () => void }) {
  const draft = useDraft((state) => state.draft) ?? firstDraft
  const [text, setText] = useState('')
  const read = text.trim() === '' ? undefined : parseCurl(text)
  return (
    <>
      <Field label="curl command" help="As a browser's network panel copies it; it fills the form.">
        {(id, describedBy) => (
          <TextArea
            id={id}
            describedBy={describedBy}
            value={text}
            onChange={setText}
            placeholder="curl 'https://www.example.com/' -H 'accept: text/html'"
          />
        )}
      </Field>
      {read && !read.ok && (
        <p className={styles['failure']} role="alert">
          {read.error}
        </p>
      )}
      {read?.ok && read.value.ignored.length > 0 && <p>Left out: {read.value.ignored.join(', ')}.</p>}
      <Button
        kind="primary"
        isDisabled={!read?.ok}
        onPress={() => {
          if (!read?.ok) return
          setDraft(toDraft(read.value.request, draft))
          announce('The request is in the form.')
          onClose()
        }}
      >
        Fill in the form
      </Button>
    </>
  )
}

function HarPart({
  distribution,
  onClose,
}: {
  readonly distribution: LogicalId
  readonly onClose: () => void
}) {
  const document = useDocument()
  const [entries, setEntries] = useState<readonly HarEntry[]>([])
  const [failure, setFailure] = useState('')
  const [host, setHost] = useState('')
  const [records, setRecords] = useState(true)
  const site = distributionsIn(document).find(({ id }) => id === distribution)
  const originIds = site ? originsOf(site).map(({ value }) => nameOf(value.Id)) : []
  const chosen = entries.filter(({ request }) => new URL(request.url).hostname === host)
  const open = async (file: File) => {
    const read = parseHar(await file.text())
    setFailure(read.ok ? '' : read.error)
    setEntries(read.ok ? read.value : [])
    setHost(read.ok ? (harHosts(read.value)[0] ?? '') : '')
  }
  const send = async () => {
    if (records) {
      const rules = recordedRules(chosen)
      commit(
        combine(
          'Record origins from a HAR file',
          originIds.map((id) => setOriginScript(id, rules)),
        ),
      )
    }
    const requests = chosen.slice(0, mostRequests).map(({ request }) => {
      const { pathname, search } = new URL(request.url)
      return { ...request, url: `${pathname}${search}` }
    })
    await sendRequests(distribution, requests)
    announce(`${requests.length} recorded requests were sent.`)
    onClose()
  }
  return (
    <>
      <div className={styles['row']}>
        <FileButton
          label="HAR file"
          icon={<FolderOpen size={14} aria-hidden />}
          accept=".har,application/json"
          onPick={(file) => void open(file)}
        >
          Choose a HAR file
        </FileButton>
        <span className={styles['muted']}>
          A browser's network panel saves one. Cookies and tokens in it stay in this page.
        </span>
      </div>
      {failure !== '' && (
        <p className={styles['failure']} role="alert">
          {failure}
        </p>
      )}
      {entries.length > 0 && (
        <>
          <Field label="Requests to the host">
            {(id) => (
              <SelectInput
                id={id}
                value={host}
                onChange={setHost}
                choices={harHosts(entries).map((value) => ({ value, label: value }))}
              />
            )}
          </Field>
          <SwitchInput
            label="Let the origins answer as recorded; the answers become part of the design"
            value={records}
            onChange={setRecords}
          />
          {chosen.length > mostRequests && <p>The first {mostRequests} are sent.</p>}
          <Button kind="primary" onPress={() => void send()}>
            Replay {Math.min(chosen.length, mostRequests)} requests to {host}
          </Button>
        </>
      )}
    </>
  )
}

/** Takes requests from elsewhere: one from a curl command, many from a recording. */
export function ImportRequests({
  distribution,
  onClose,
}: {
  readonly distribution: LogicalId
  readonly onClose: () => void
}) {
  return (
    <Dialog title="Import requests" onClose={onClose}>
      <CurlPart onClose={onClose} />
      <HarPart distribution={distribution} onClose={onClose} />
    </Dialog>
  )
}
