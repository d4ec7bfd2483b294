import type { TraceDifference } from '#core/trace/explain/compare.ts'
import { Causes } from './Causes.tsx'
import tables from './tables.module.css'

const cell = (value: string | null) => (value === null ? <i>none</i> : value === '' ? <i>empty</i> : value)

/** The differences of two traces as a table, and the step where their stories part. */
export function Differences({
  difference: { differences, parting },
  names = ['Before', 'After'],
}: {
  readonly difference: TraceDifference
  readonly names?: readonly [before: string, after: string]
}) {
  if (differences.length === 0) return null
  return (
    <>
      <table className={tables['table']}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ what, before, after }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{before === null ? cell(before) : <del>{cell(before)}</del>}</td>
              <td>{after === null ? cell(after) : <ins>{cell(after)}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {parting && (
        <p className={tables['parting']}>
          <b>They part at {parting.after?.title ?? parting.before?.title}.</b> Before:{' '}
          {parting.before?.detail ?? 'no such step.'} After: {parting.after?.detail ?? 'no such step.'}{' '}
          <Causes pointers={parting.after?.because ?? []} />
        </p>
      )}
    </>
  )
}
