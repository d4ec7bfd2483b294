import type { DesignFunction } from '#core/trace/compile/functions-in.ts'
import { Field, SelectInput, TextArea, TextInput } from '#ui/fields.tsx'
import { type EventForm, eventsOf } from './event-form.ts'
import styles from './functions.module.css'

const methods = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({
  value,
  label: value,
}))

interface EventFieldsProps {
  readonly form: EventForm
  readonly type: DesignFunction['fn']['type']
  readonly onChange: (form: EventForm) => void
}

/** A request, and on response events the response, from which the event is built. */
export function EventFields({ form, type, onChange }: EventFieldsProps) {
  const set = (part: Partial<EventForm>) => onChange({ ...form, ...part })
  const isResponse = form.event.endsWith('response')
  const events = eventsOf(type).map((value) => ({ value, label: value }))
  return (
    <div className={styles['fields']}>
      <div className={styles['row']}>
        <Field label="Event">
          {(id) => (
            <SelectInput
              id={id}
              value={form.event}
              onChange={(value) => set({ event: eventsOf(type).find((one) => one === value) ?? form.event })}
              choices={events}
            />
          )}
        </Field>
        <Field label="Method">
          {(id) => (
            <SelectInput
              id={id}
              value={form.method}
              onChange={(method) => set({ method })}
              choices={methods}
            />
          )}
        </Field>
        <Field label="Viewer's address">
          {(id) => <TextInput id={id} value={form.ip} onChange={(ip) => set({ ip })} />}
        </Field>
      </div>
      <Field label="Path and query string">
        {(id) => (
          <TextInput id={id} value={form.path} onChange={(path) => set({ path })} placeholder="/a?b=1" />
        )}
      </Field>
      <Field label="Request headers" help="One per line, cookies in Cookie.">
        {(id, describedBy) => (
          <TextArea
            id={id}
            describedBy={describedBy}
            value={form.headers}
            onChange={(headers) => set({ headers })}
          />
        )}
      </Field>
      {type === 'lambda@edge' && !isResponse && (
        <Field label="Request body" help="Shown to the function as with “Include body”.">
          {(id, describedBy) => (
            <TextArea
              id={id}
              describedBy={describedBy}
              value={form.body}
              onChange={(body) => set({ body })}
            />
          )}
        </Field>
      )}
      {isResponse && (
        <>
          <Field label="Status">
            {(id) => <TextInput id={id} value={form.status} onChange={(status) => set({ status })} />}
          </Field>
          <Field label="Response headers">
            {(id) => (
              <TextArea
                id={id}
                value={form.responseHeaders}
                onChange={(responseHeaders) => set({ responseHeaders })}
              />
            )}
          </Field>
        </>
      )}
    </div>
  )
}
