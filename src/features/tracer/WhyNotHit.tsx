import { useState } from 'react'
import { whyNotHit } from '#core/trace/explain/why-not-hit.ts'
import { useDocument } from '#state/design.ts'
import { asTraced, type Traced, useTrace } from '#state/trace.ts'
import { Field, SelectInput } from '#ui/fields.tsx'
import { Causes } from './Causes.tsx'
import { Remedies } from './Remedies.tsx'
import tables from './tables.module.css'
import styles from './tracer.module.css'
import { requestName } from './words.ts'

/** The request before that a person would have expected to help: the latest for the same path, else the one before. */
function earlierOf(traced: readonly Traced[], second: Traced): Traced | undefined {
  const earlier = traced.filter(({ id }) => id < second.id)
  const pathOf = ({ request }: Traced) => request.url.replace(/[?#].*$/, '')
  return earlier.find((one) => pathOf(one) === pathOf(second)) ?? earlier[0]
}

const value = (text: string | null) => (text === null ? <i>not sent</i> : text === '' ? <i>empty</i> : text)

/** Compares the cache keys of two requests, and tells which policy made them differ. */
export function WhyNotHit() {
  const document = useDocument()
  const basis = useTrace((state) => state.basis)
  const traced = useTrace((state) => state.traced)
  const shown = useTrace((state) => state.shown)
  const distribution = useTrace((state) => state.distribution)
  const [pair, setPair] = useState<{ readonly first?: number; readonly second?: number }>({})
  const oldest = traced.at(-1)?.id ?? 0
  const find = (id: number | undefined) => traced.find((one) => one.id === id)
  const second = find(pair.second) ?? find(shown) ?? traced[0]
  const first = find(pair.first) ?? (second && earlierOf(traced, second))
  if (!second || !first || distribution === undefined || traced.length < 2)
    return (
      <p className={styles['hint']}>
        Send two requests, one after the other. Here you then see why the second was not answered from what
        the first had left in the caches.
      </p>
    )
  const [one, two] = first.id < second.id ? [first, second] : [second, first]
  const report = whyNotHit(asTraced(basis, document), distribution, one, two)
  const choices = traced.map((each) => ({ value: String(each.id), label: requestName(each, oldest) }))
  return (
    <div className={styles['view']}>
      <div className={styles['pair']}>
        <Field label="After this request">
          {(id) => (
            <SelectInput
              id={id}
              value={String(one.id)}
              choices={choices}
              onChange={(next) => setPair({ first: Number(next), second: two.id })}
            />
          )}
        </Field>
        <Field label="why was this one not a hit?">
          {(id) => (
            <SelectInput
              id={id}
              value={String(two.id)}
              choices={choices}
              onChange={(next) => setPair({ first: one.id, second: Number(next) })}
            />
          )}
        </Field>
      </div>
      <p className={styles['verdict']} data-good={report.isHit} data-testid="why-not-hit" aria-live="polite">
        {report.verdict}
      </p>
      {report.differences.length === 0 && (
        <div className={styles['causes']}>
          <Causes pointers={report.because} />
        </div>
      )}
      {report.differences.length > 0 && (
        <table className={tables['table']}>
          <thead>
            <tr>
              <th scope="col">Part of the key</th>
              <th scope="col">First</th>
              <th scope="col">Second</th>
              <th scope="col">Why it counts</th>
            </tr>
          </thead>
          <tbody>
            {report.differences.map((part) => (
              <tr key={`${part.kind} ${part.name}`}>
                <th scope="row">
                  {part.kind} {part.kind === 'accept-encoding' ? '' : part.name}
                </th>
                <td>{value(part.first)}</td>
                <td>{value(part.second)}</td>
                <td>
                  {part.why} {part.because !== null && <Causes pointers={[part.because]} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!report.isHit && <Remedies first={one} second={two} />}
    </div>
  )
}
