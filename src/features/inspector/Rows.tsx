import { ArrowUp, Plus, X } from 'lucide-react'
import { distributionsIn } from '#core/model/distribution.ts'
import { isExpression } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import type { Column, FieldKind } from '#core/resources/kind/form-field.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput } from '#ui/fields.tsx'
import { type ControlProps, placeIn } from './control-props.ts'
import styles from './inspector.module.css'
import { Parsed } from './Parsed.tsx'
import { textForm, textOf } from './text-forms.ts'

interface RowsProps extends ControlProps {
  readonly kind: Extract<FieldKind, { is: 'rows' }>
}
type Row = Readonly<Record<string, unknown>>

function Cell({
  column,
  value,
  label,
  origins,
  onChange,
}: {
  readonly column: Column
  readonly value: unknown
  readonly label: string
  readonly origins: readonly string[]
  readonly onChange: (value: unknown) => void
}) {
  if (column.is === 'origin' || column.is === 'choice')
    return (
      <SelectInput
        label={label}
        value={textOf(value)}
        onChange={onChange}
        choices={(column.choices ?? origins).map((choice) => ({ value: choice, label: choice }))}
      />
    )
  return <Parsed label={label} value={value} form={textForm(column.is, value)} onChange={onChange} />
}

/** The fields of one row, side by side. */
function Cells({
  columns,
  name,
  row,
  place,
  origins,
  onChange,
}: {
  readonly columns: readonly Column[]
  readonly name: string
  readonly row: Row
  readonly place: Path | undefined
  readonly origins: readonly string[]
  readonly onChange: (next: Row) => void
}) {
  if (isExpression(row)) return <code>{textOf(row)}</code>
  return columns.map((column) => (
    <div key={column.name} className={styles['cell']} data-path={placeIn(place, column.name)}>
      <span aria-hidden className={styles['columnName']}>
        {column.label}
      </span>
      <Cell
        column={column}
        label={`${column.label}, ${name}`}
        value={row[column.name]}
        origins={origins}
        onChange={(next) => {
          const { [column.name]: _, ...rest } = row
          onChange(next === undefined ? rest : { ...row, [column.name]: next })
        }}
      />
    </div>
  ))
}

/** A list of small structures as rows: each can be changed, removed, and the later ones put first. */
export function Rows({ document, owner, kind, value, place, onChange }: RowsProps) {
  const { columns, noun, add } = kind
  // The field is a list; an item that is an expression as a whole is shown and kept.
  const rows = (Array.isArray(value) ? value : []) as readonly Row[]
  const site = distributionsIn(document).find(({ id }) => id === owner)
  const origins = (site?.config.Origins ?? []).map((origin) => ('Id' in origin ? nameOf(origin.Id) : ''))
  const change = (index: number, next: Row) => onChange(rows.map((row, at) => (at === index ? next : row)))
  const remove = (index: number) => {
    const left = rows.filter((_, at) => at !== index)
    onChange(left.length > 0 ? left : undefined)
  }
  const lift = (index: number) => {
    const next = [...rows]
    next.splice(index - 1, 0, ...next.splice(index, 1))
    onChange(next)
  }
  return (
    <div className={styles['list']}>
      {rows.map((row, index) => (
        <fieldset
          className={styles['tableRow']}
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and their fields change while typing
          key={index}
          aria-label={`${noun} ${index + 1}`}
          data-path={placeIn(place, index)}
        >
          <Cells
            columns={columns}
            name={`${noun} ${index + 1}`}
            row={row}
            place={place && [...place, index]}
            origins={origins}
            onChange={(next) => change(index, next)}
          />
          <div className={styles['rowActions']}>
            {index > 0 && (
              <Button
                kind="quiet"
                label={`Put this ${noun} first`}
                icon={<ArrowUp size={14} aria-hidden />}
                onPress={() => lift(index)}
              />
            )}
            <Button
              kind="quiet"
              label={`Remove ${noun} ${index + 1}`}
              icon={<X size={14} aria-hidden />}
              onPress={() => remove(index)}
            />
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          icon={<Plus size={14} aria-hidden />}
          onPress={() => {
            const [origin = ''] = origins.filter((id) => !rows.some((row) => row['OriginId'] === id))
            onChange([...rows, 'OriginId' in add ? { OriginId: origin } : add])
          }}
        >
          Add a {noun}
        </Button>
      </div>
    </div>
  )
}
