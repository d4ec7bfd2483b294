import { useMemo, useState } from 'react'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { type Bill, billOf } from '#core/money/bill.ts'
import { moneyFacts } from '#core/money/facts.ts'
import { usageOfGuess } from '#core/money/guess.ts'
import { type Advice, advise } from '#core/money/plans/advise.ts'
import { type PriceRegion, priceRegions, regionNames } from '#core/money/regions.ts'
import { inDollars } from '#core/money/words.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'
import { useDocument } from '#state/design.ts'
import { Field, SelectInput, TextInput } from '#ui/fields.tsx'
import styles from './cost.module.css'
import { Plans } from './Plans.tsx'

interface Entered {
  readonly requests: string
  readonly gigabytes: string
  readonly hits: string
  readonly region: PriceRegion
}

const atFirst: Entered = { requests: '10,000,000', gigabytes: '500', hits: '90', region: 'US' }

/** A figure as a person writes it; nothing where it is none. */
const figure = (text: string): number => {
  const value = Number(text.replaceAll(/[\s,_]/g, ''))
  return Number.isFinite(value) && value > 0 ? value : 0
}

const gigabyte = 1024 ** 3

function monthOf(
  document: DesignDocument,
  distribution: PlacedDistribution,
  { requests, gigabytes, hits, region }: Entered,
): { readonly bill: Bill; readonly advice: Advice } {
  const facts = moneyFacts(document, distribution.id)
  const usage = usageOfGuess(facts, {
    requests: figure(requests),
    bytes: figure(gigabytes) * gigabyte,
    hitRatio: Math.min(1, figure(hits) / 100),
    regions: { [region]: 1 },
  })
  const bill = billOf(facts, usage)
  return { bill, advice: advise(document, distribution, facts, usage, bill) }
}

function Items({ bill }: { readonly bill: Bill }) {
  return (
    <section aria-label="A month's bill" className={styles['bill']}>
      <h3>{inDollars(bill.total)} a month, as you go</h3>
      <table className={styles['items']}>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">A month</th>
            <th scope="col">How</th>
          </tr>
        </thead>
        <tbody>
          {bill.items.map(({ id, what, amount, arithmetic, source, dated, doubt }) => (
            <tr key={id}>
              <td>{what}</td>
              <td>{inDollars(amount)}</td>
              <td>
                {arithmetic}{' '}
                <a href={source} target="_blank" rel="noreferrer" title={doubt ?? `Compared on ${dated}`}>
                  price
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {bill.items.length === 0 && (
        <p className={styles['muted']}>All of it is within the always-free tier of the account.</p>
      )}
      <details>
        <summary>What it assumes and what it leaves out</summary>
        <ul>
          {bill.assumptions.map((assumption) => (
            <li key={assumption}>{assumption.replace(/ \(--[\w-]+ says otherwise\)/, '')}</li>
          ))}
          {bill.notIn.map((left) => (
            <li key={left}>Not in it: {left}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function Guess({
  entered,
  onChange,
}: {
  readonly entered: Entered
  readonly onChange: (entered: Entered) => void
}) {
  const text = (label: string, name: 'requests' | 'gigabytes' | 'hits') => (
    <Field label={label}>
      {(id) => (
        <TextInput
          id={id}
          value={entered[name]}
          onChange={(value) => onChange({ ...entered, [name]: value })}
        />
      )}
    </Field>
  )
  return (
    <div className={styles['guess']}>
      {text('Requests a month', 'requests')}
      {text('GB to viewers', 'gigabytes')}
      {text('From caches, in percent', 'hits')}
      <Field label="Where viewers are">
        {(id) => (
          <SelectInput
            id={id}
            value={entered.region}
            onChange={(value) =>
              onChange({ ...entered, region: priceRegions.find((one) => one === value) ?? 'US' })
            }
            choices={priceRegions.map((value) => ({ value, label: regionNames[value] }))}
          />
        )}
      </Field>
    </div>
  )
}

/** A month's bill of the design, and what the other plans would cost. */
export function CostPanel() {
  const document = useDocument()
  const [entered, setEntered] = useState(atFirst)
  const [chosen, setChosen] = useState('')
  const all = distributionsIn(document)
  const distribution = all.find(({ id }) => id === chosen) ?? all[0]
  const month = useMemo(
    () => distribution && monthOf(document, distribution, entered),
    [document, distribution, entered],
  )
  if (!month || !distribution)
    return <p className={styles['empty']}>There is no distribution yet; draw one, and its month is priced.</p>
  return (
    <div className={styles['panel']}>
      {all.length > 1 && (
        <SelectInput
          label="Distribution"
          value={distribution.id}
          onChange={setChosen}
          choices={all.map(({ id }) => ({ value: id, label: id }))}
        />
      )}
      <Guess entered={entered} onChange={setEntered} />
      <div className={styles['columns']}>
        <Items bill={month.bill} />
        <Plans advice={month.advice} />
      </div>
    </div>
  )
}
