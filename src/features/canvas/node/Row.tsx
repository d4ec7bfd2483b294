import {
  type FunctionPlace,
  functionPlaces,
  type PolicyField,
  policyFields,
  type RowFacts,
} from '#things/row-facts.ts'
import { Cut } from '#ui/Cut.tsx'
import { type NodeData, roomForName } from './data.ts'
import { Fold, Marks, Outcome } from './Marks.tsx'
import styles from './row.module.css'
import { UseChip } from './UseChip.tsx'

/** The functions at one of the four places; the narrow drawing shows those that there are, side by side. */
function Place({ event, word, data }: { event: FunctionPlace; word: string; data: NodeData }) {
  const uses = (data.summary.row?.functions ?? []).filter((use) => use.event === event)
  return (
    <span className={styles['slot']} data-slot={event}>
      {uses.map((use) => (
        <UseChip key={`${use.field} ${use.name}`} use={use} word={word} of={data.node.path} look="sign" />
      ))}
    </span>
  )
}

function Policy({ field, word, data }: { field: PolicyField; word: string; data: NodeData }) {
  const use = data.summary.row?.policies.find((one) => one.field === field)
  const look = data.fit === 'full' || field === 'CachePolicyId' ? 'name' : 'sign'
  return (
    <span className={styles['policy']} data-policy={field}>
      {use && <UseChip use={use} word={word} of={data.node.path} look={look} />}
      {!use && <span className={styles['none']}>{data.summary.badges[0]}</span>}
    </span>
  )
}

/** The columns of policies and functions that a row has something in; what it caches by always stands there. */
const policiesOf = ({ policies }: RowFacts) =>
  policyFields.filter(({ field }) => field === 'CachePolicyId' || policies.some((use) => use.field === field))
const placesOf = ({ functions }: RowFacts) =>
  functionPlaces.filter(({ event }) => functions.some((use) => use.event === event))

/** The methods, which only the widest drawing has room for. */
function Methods({ row: { methods, isSigned } }: { readonly row: RowFacts }) {
  return (
    <span className={styles['quiet']} data-column="methods" title={methods}>
      {methods === 'GET HEAD OPTIONS' ? '+ OPTIONS' : methods === 'All methods' ? 'All' : 'GET'}
      {isSigned && <abbr title="Viewers need a signed URL or signed cookies"> signed</abbr>}
    </span>
  )
}

/** Behaviors that are folded into one row. */
function Lane({ data }: { readonly data: NodeData }) {
  const { summary, node } = data
  return (
    <>
      <span className={styles['order']}>
        <Fold node={node} />
      </span>
      <span className={styles['laneWords']}>
        <b className={styles['pattern']}>{summary.title}</b>
        <span className={styles['quiet']} title={summary.subtitle}>
          {summary.badges.join(', ')} · {summary.subtitle}
        </span>
      </span>
    </>
  )
}

/** A behavior as a row of the lane: what people compare stands in columns. */
export function Row({ data }: { readonly data: NodeData }) {
  const { node, summary, told, isLit } = data
  const refusal = typeof data.offer === 'object' ? data.offer.refusal : undefined
  const { row } = summary
  if (refusal !== undefined)
    return (
      <span className={styles['refusal']}>
        <Cut text={summary.title} className={styles['pattern']} /> {refusal}
      </span>
    )
  return (
    <>
      {node.lane || !row ? (
        <Lane data={data} />
      ) : (
        <>
          <span className={styles['order']} title="Precedence: the first match wins">
            {node.order}
          </span>
          <Cut text={summary.title} className={styles['pattern']} room={roomForName} />
          <span className={styles['quiet']} data-column="protocol" title={row.protocol.long}>
            {row.protocol.short}
          </span>
          {data.fit === 'full' && <Methods row={row} />}
          {policiesOf(row).map(({ field, word }) => (
            <Policy key={field} field={field} word={word} data={data} />
          ))}
          {placesOf(row).map(({ event, word }) => (
            <Place key={event} event={event} word={word} data={data} />
          ))}
        </>
      )}
      {told && (
        <span className={styles['last']}>
          <Outcome told={told} isLit={isLit} />
        </span>
      )}
      <Marks data={data} />
    </>
  )
}
