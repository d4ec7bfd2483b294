import { useState } from 'react'
import type { ExampleText, ExampleTexts } from '#core/rules/harness/examples.ts'
import type { Rule } from '#core/rules/harness/rule.ts'
import styles from './problems.module.css'

function Example({ title, example }: { readonly title: string; readonly example: ExampleText }) {
  return (
    <figure className={styles['example']}>
      <figcaption>
        <b>{title}</b>: {example.name}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long example is scrolled, by keys too */}
      <pre tabIndex={0}>{example.text}</pre>
    </figure>
  )
}

/** What a rule takes and what it finds, in small; loaded when a person opens it. */
export function Examples({ rule }: { readonly rule: Rule }) {
  const [texts, setTexts] = useState<ExampleTexts | undefined>(undefined)
  return (
    <details
      className={styles['examples']}
      onToggle={(event) => {
        if (!event.currentTarget.open || texts) return
        void import('virtual:rule-examples').then(({ examples }) => setTexts(examples[rule.id]))
      }}
    >
      <summary>A bad and a good example</summary>
      {texts && (
        <>
          <p className={styles['where']}>{texts.at}</p>
          <div className={styles['pair']}>
            <Example title="Bad" example={texts.bad} />
            {texts.good && <Example title="Good" example={texts.good} />}
          </div>
        </>
      )}
    </details>
  )
}
