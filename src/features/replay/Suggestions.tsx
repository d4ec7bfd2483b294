import { useMemo, useState } from 'react'
import { tuningEdit } from '#core/edits/tuning.ts'
import { defaultBehaviorName } from '#core/model/distribution.ts'
import type { LogicalId } from '#core/model/document.ts'
import { applyEdit } from '#core/model/edit.ts'
import type { Suggestion } from '#core/replay/advise/suggest.ts'
import { count, percent } from '#core/replay/report/figures.ts'
import { commit, useDocument } from '#state/design.ts'
import { doneInWords } from '#state/done-words.ts'
import { fingerprintOf } from '#state/replay.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import styles from './replay.module.css'

/** The search names the default behavior by its pattern, as its JSON does. */
const named = (change: string): string => change.replaceAll('“*”', `“${defaultBehaviorName}”`)

function Row({ suggestion, owner }: { readonly suggestion: Suggestion; readonly owner: LogicalId }) {
  const document = useDocument()
  const change = named(suggestion.change)
  // Undo takes it back, and then it can be made again.
  const [appliedTo, setAppliedTo] = useState<string>()
  const { why, caution, originRequestsSaved, share, hitRatioBefore, hitRatioAfter } = suggestion
  const [edit, isThere] = useMemo(() => {
    const found = tuningEdit(document, owner, suggestion.tuning)
    // Also after a reload: what would change nothing is there already.
    return [found, found && fingerprintOf(applyEdit(document, found)) === fingerprintOf(document)] as const
  }, [document, owner, suggestion.tuning])
  const isApplied = isThere === true || (appliedTo !== undefined && appliedTo !== fingerprintOf(document))
  return (
    <li>
      <div className={styles['change']}>
        <b>{change}</b>
        {edit && (
          <Button
            label={`Apply: ${change}`}
            isDisabled={isApplied}
            onPress={() => {
              setAppliedTo(fingerprintOf(document))
              commit(edit)
              announce(`${doneInWords(edit.label)} Undo takes it back; replay again to see the effect.`)
            }}
          >
            {isApplied ? 'Applied' : 'Apply'}
          </Button>
        )}
      </div>
      <p>
        Hit ratio {percent(hitRatioBefore)} → <b>{percent(hitRatioAfter)}</b>, saves{' '}
        {count(originRequestsSaved)} requests to origins ({percent(share)}). {why}
      </p>
      <p className={styles['note']}>{caution}</p>
      {!edit && (
        <p className={styles['note']}>
          The setting is an expression or has no form for this, so it is yours to change.
        </p>
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
        None of the changes that were tried saves one in a hundred of the requests to origins. A part of the
        cache key with which the answers differ is not tried; “Objects and keys” shows what multiplies keys.
      </p>
    )
  return (
    <ul className={styles['advice']} aria-label="Suggestions">
      {suggestions.map((suggestion) => (
        <Row key={suggestion.change} suggestion={suggestion} owner={owner} />
      ))}
    </ul>
  )
}
