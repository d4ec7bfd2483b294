import { Download } from 'lucide-react'
import { useId } from 'react'
import { patternInWords } from '#core/model/distribution.ts'
import { tableCsv } from '#core/replay/report/csv.ts'
import { type Cell, type Column, cellInWords, type ReportTable } from '#core/replay/report/tables.ts'
import { Button } from '#ui/Button.tsx'
import { download } from '#ui/download.ts'
import styles from './replay.module.css'

/** A cell in the words of the page; what is saved as CSV keeps `*`. */
const wordsOf = (cell: Cell, column: Column): string =>
  column.isPattern && typeof cell === 'string' ? patternInWords(cell) : cellInWords(cell, column)

/** A ratio has a bar beside it; verdicts have their color. */
function Shown({ cell, column }: { readonly cell: Cell; readonly column: Column }) {
  const words = wordsOf(cell, column)
  if (column.kind === 'ratio' && typeof cell === 'number')
    return (
      <span className={styles['ratio']}>
        <span className={styles['bar']} style={{ width: `${cell * 48}px` }} aria-hidden />
        {words}
      </span>
    )
  if (words === 'gains' || words === 'loses')
    return (
      <span data-verdict={words} className={styles['verdict']}>
        {words}
      </span>
    )
  return words
}

/** A table of the report, to be read and to be saved. */
export function Table({ table }: { readonly table: ReportTable }) {
  const { id, title, columns, rows } = table
  const heading = useId()
  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className={styles['scroll']} aria-label={title} tabIndex={0}>
      <div className={styles['title']}>
        <h3 id={heading}>{title}</h3>
        <Button
          kind="quiet"
          label={`Save “${title}” as CSV`}
          icon={<Download size={13} aria-hidden />}
          onPress={() => download(`${id}.csv`, tableCsv(table), 'text/csv')}
        />
      </div>
      <table className={styles['table']} aria-labelledby={heading}>
        <thead>
          <tr>
            {columns.map(({ title: name, kind }) => (
              <th key={name} scope="col" data-kind={kind}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report's rows never change
            <tr key={index}>
              {columns.map((column, at) => {
                const cell = row[at] ?? null
                return at === 0 ? (
                  <th key={column.title} scope="row" data-kind={column.kind}>
                    {wordsOf(cell, column)}
                  </th>
                ) : (
                  <td key={column.title} data-kind={column.kind}>
                    <Shown cell={cell} column={column} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
