import { Check, X } from 'lucide-react'
import type { Advice, AdvisedPlan } from '#core/money/plans/advise.ts'
import { inDollars } from '#core/money/words.ts'
import { barInWords, type PlanBar } from '#core/rules/lookup/plan-bars.ts'
import { commit } from '#state/design.ts'
import { select } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import styles from './cost.module.css'

function Bar({ bar }: { readonly bar: PlanBar }) {
  const { fix, path, source } = bar
  return (
    <li>
      {barInWords(bar)}{' '}
      <a href={source} target="_blank" rel="noreferrer">
        AWS
      </a>
      <span className={styles['actions']}>
        <Button kind="quiet" onPress={() => select(path.slice(0, 3), path)}>
          Show
        </Button>
        {fix && (
          <Button kind="quiet" onPress={() => commit(fix)}>
            {fix.label}
          </Button>
        )}
      </span>
    </li>
  )
}

function Plan({ plan, isBest }: { readonly plan: AdvisedPlan; readonly isBest: boolean }) {
  const { name, total, fits, why, breakEven } = plan
  return (
    <li className={styles['plan']} data-fits={fits} data-best={isBest}>
      <div className={styles['name']}>
        {fits ? <Check size={14} aria-label="fits" /> : <X size={14} aria-label="does not fit" />}
        <strong>{name}</strong>
        <span>{inDollars(total)}</span>
        {isBest && <em>cheapest that fits</em>}
      </div>
      <span className={styles['muted']}>
        {why}
        {fits &&
          breakEven?.isWithinAllowance &&
          breakEven.requests > 0 &&
          ` Pay as you go costs more from ${breakEven.requests.toLocaleString('en-US')} requests on.`}
      </span>
    </li>
  )
}

/** Plans beside pay as you go, and what in the design stands in their way. */
export function Plans({ advice }: { readonly advice: Advice }) {
  const bars = new Map(
    advice.plans.flatMap((plan) => plan.bars.map((bar) => [barInWords(bar), bar] as const)),
  )
  return (
    <section aria-label="Plans" className={styles['plans']}>
      <h3>Plans</h3>
      <ul className={styles['list']}>
        {advice.plans.map((plan) => (
          <Plan key={plan.name} plan={plan} isBest={plan.name === advice.best} />
        ))}
      </ul>
      {bars.size > 0 && (
        <>
          <h3>What stands in their way</h3>
          <ul className={styles['bars']}>
            {[...bars].map(([text, bar]) => (
              <Bar key={text} bar={bar} />
            ))}
          </ul>
        </>
      )}
      {advice.notes.map((note) => (
        <p key={note} className={styles['muted']}>
          {note}
        </p>
      ))}
    </section>
  )
}
