import { Plus, X } from 'lucide-react'
import { resourcesOf } from '#core/model/distribution.ts'
import { isRef } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { functionPlaces } from '#things/row-facts.ts'
import { Button } from '#ui/Button.tsx'
import { SelectInput, TextInput } from '#ui/fields.tsx'
import { type ControlProps, placeIn } from './control-props.ts'
import styles from './inspector.module.css'

interface Association {
  readonly EventType?: string
  readonly [arn: string]: unknown
}
const events = {
  FunctionARN: ['viewer-request', 'viewer-response'],
  LambdaFunctionARN: ['viewer-request', 'origin-request', 'origin-response', 'viewer-response'],
}

/** `viewer-request` as people say it. */
const eventWords = (event: string): string =>
  functionPlaces.find((place) => place.event === event)?.word ?? event

/** Which function runs on which event of a behavior. */
export function Associations({
  document,
  value,
  place,
  onChange,
  field,
}: ControlProps & { readonly field: 'FunctionARN' | 'LambdaFunctionARN' }) {
  // The field is a list of associations in the document's shape.
  const rows = (Array.isArray(value) ? value : []) as readonly Association[]
  const update = (index: number, change: Association) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)))
  const remove = (index: number) => {
    const left = rows.filter((_, at) => at !== index)
    onChange(left.length > 0 ? left : undefined)
  }
  const own = resourcesOf(document, 'Function').map(({ id }) => ({ value: id, label: id }))
  const isOwn = field === 'FunctionARN'
  // A behavior has at most one function for each event.
  const free = events[field].find((event) => !rows.some((row) => row.EventType === event)) ?? events[field][0]
  return (
    <div className={styles['list']}>
      {rows.map((row, index) => {
        const arn = row[field]
        const name = isRef(arn) ? arn.ref : nameOf(arn as string | undefined)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an association has no identity but its place, and its fields change while typing
          <div className={styles['row']} key={index} data-path={placeIn(place, index)}>
            <SelectInput
              label="Event"
              value={row.EventType ?? ''}
              onChange={(EventType) => update(index, { EventType })}
              choices={events[field].map((event) => ({ value: event, label: eventWords(event) }))}
            />
            {isOwn ? (
              <SelectInput
                label="Function"
                value={name}
                onChange={(ref) => update(index, { [field]: { ref } })}
                choices={own}
              />
            ) : (
              <TextInput
                label="Function version ARN"
                value={name}
                onChange={(text) => update(index, { [field]: text })}
              />
            )}
            <Button
              kind="quiet"
              label="Remove the function"
              icon={<X size={14} aria-hidden />}
              onPress={() => remove(index)}
            />
          </div>
        )
      })}
      <Button
        icon={<Plus size={14} aria-hidden />}
        isDisabled={isOwn && own.length === 0}
        onPress={() =>
          onChange([...rows, { EventType: free, [field]: isOwn ? { ref: own[0]?.value ?? '' } : '' }])
        }
      >
        {isOwn && own.length === 0
          ? 'Add a CloudFront function from the palette first'
          : 'Associate a function'}
      </Button>
    </div>
  )
}
