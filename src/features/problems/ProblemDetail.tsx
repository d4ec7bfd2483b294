import { useState } from 'react'
import { suppress } from '#core/edits/suppressions.ts'
import { applyEdit, type Edit } from '#core/model/edit.ts'
import { toPointer } from '#core/model/path.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import { commit, currentDocument } from '#state/design.ts'
import { makeSafeFix, reviewFix, textsOf } from '#state/fix-review.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { Field, SelectInput, TextInput } from '#ui/fields.tsx'
import { TextDiff } from '#ui/TextDiff.tsx'
import { Examples } from './Examples.tsx'
import styles from './problems.module.css'

/** What a fix would do to the text, before it is pressed. */
function Preview({ fix }: { readonly fix: Edit }) {
  const [texts, setTexts] = useState<readonly [string, string]>()
  const show = () => {
    const document = currentDocument()
    void textsOf(document, applyEdit(document, fix)).then(setTexts)
  }
  return (
    <details className={styles['examples']} onToggle={({ currentTarget }) => currentTarget.open && show()}>
      <summary>What the fix changes</summary>
      {texts && <TextDiff texts={texts} />}
    </details>
  )
}

/** Accepting a problem takes a reason, so that whoever comes next knows why it is there. */
function Accept({ problem }: { readonly problem: Problem }) {
  const [reason, setReason] = useState('')
  const [scope, setScope] = useState('place')
  const accept = () => {
    const path = scope === 'place' ? { path: toPointer(problem.path) } : {}
    commit(suppress({ rule: problem.rule.id, ...path, reason: reason.trim() }))
    announce('Accepted; the list of accepted problems has it with its reason.')
  }
  return (
    <div className={styles['accept']}>
      <Field label="Accept it, because">
        {(id) => (
          <TextInput
            id={id}
            value={reason}
            onChange={setReason}
            placeholder="the reason, for whoever reads this next"
            onEnter={() => reason.trim() !== '' && accept()}
          />
        )}
      </Field>
      <Field label="Where">
        {(id) => (
          <SelectInput
            id={id}
            value={scope}
            onChange={setScope}
            choices={[
              { value: 'place', label: 'Here only' },
              { value: 'design', label: 'In the whole design' },
            ]}
          />
        )}
      </Field>
      <Button isDisabled={reason.trim() === ''} onPress={accept}>
        Accept
      </Button>
    </div>
  )
}

/** What a rule is about, why it matters, how to mend what it found, and where AWS says so. */
export function ProblemDetail({ problem }: { readonly problem: Problem }) {
  const { rule, fix, suggestions = [] } = problem
  return (
    <div className={styles['detail']}>
      <p>
        <b>{rule.summary}</b>
      </p>
      <p>{rule.why}</p>
      <p className={styles['where']}>
        {rule.code === null ? (
          'CloudFront accepts it.'
        ) : (
          <>
            CloudFront refuses it with <code>{rule.code}</code>.
          </>
        )}{' '}
        {rule.alsoKnownAs && `Also known as ${rule.alsoKnownAs.join(', ')}. `}
        {rule.docs && (
          <a href={rule.docs} target="_blank" rel="noreferrer">
            The AWS page
          </a>
        )}
      </p>
      {(fix || suggestions.length > 0) && (
        <div className={styles['fixes']}>
          {fix && <Button onPress={() => void makeSafeFix(fix, rule.mends)}>Fix: {fix.label}</Button>}
          {suggestions.map((edit) => (
            <Button key={edit.label} onPress={() => void reviewFix(edit)}>
              {edit.label}…
            </Button>
          ))}
        </div>
      )}
      {fix && <Preview fix={fix} />}
      <Examples rule={rule} />
      <Accept problem={problem} />
    </div>
  )
}
