import { useState } from 'react'
import { tuningEdit } from '#core/edits/tuning.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { Suggestion } from '#core/replay/advise/suggest.ts'
import { count, percent } from '#core/replay/report/figures.ts'
import { commit, useDocument } from '#state/design.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import styles from './replay.module.css'

function Row({ suggestion, owner }: { readonly suggestion: Suggestion; readonly owner: LogicalId }) {
  const document = useDocument()
  const [isApplied, setApplied] = useState(false)
  const { change, why, caution, originRequestsSaved, share, hitRatioBefore, hitRatioAfter } = suggestion
  const edit = tuningEdit(document, owner, suggestion.tuning)
  return (
    <li>
      <b>{change}</b> Saves {count(originRequestsSaved)} requests to origins ({percent(share)}); hit ratio{' '}
      {percent(hitRatioBefore)} → {percent(hitRatioAfter)}. {why}{' '}
      <span className={styles['note']}>{caution}</span>{' '}
      {edit === null ? (
        <span className={styles['note']}>
          The setting is an expression or has no form for this, so it is yours to change.
        </span>
      ) : (
        <Button
          label={`Apply: ${change}`}
          isDisabled={isApplied}
          onPress={() => {
            commit(edit)
            setApplied(true)
            announce(`${edit.label}: done. Undo takes it back; replay again to see the effect.`)
          }}
        >
          {isApplied ? 'Applied' : 'Apply'}
        </Button>
      )}
    </li>
  )
}

/** What a search has found to pay, each with the edit that makes it. */
export function Suggestions({
  suggestions,
  owner,
}: {
  readonly suggestions: readonly Suggestion[]
  readonly owner: LogicalId
}) {
  if (suggestions.length === 0)
    return (
      <p className={styles['note']}>
        None of the changes that were tried saves one in a hundred of the requests to origins.
      </p>
    )
  return (
    <ul className={styles['suggestions']} aria-label="Suggestions">
      {suggestions.map((suggestion) => (
        <Row key={suggestion.change} suggestion={suggestion} owner={owner} />
      ))}
    </ul>
  )
}
