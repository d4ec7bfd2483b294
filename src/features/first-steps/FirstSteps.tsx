import { Check, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useDocument } from '#state/design.ts'
import { dismissFirstSteps, goToStep, leaveFirstSteps, useFirstSteps } from '#state/first-steps.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import styles from './first-steps.module.css'
import { firstSteps } from './steps.ts'

/** One step at a time beside the drawing; nothing of the page waits for it. */
export function FirstSteps() {
  const document = useDocument()
  const { step: at } = useFirstSteps()
  const heading = useRef<HTMLHeadingElement>(null)
  // Who asked for the steps, or for another one, is led to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step takes the focus once
  useEffect(() => heading.current?.focus(), [at])
  const index = Math.min(at, firstSteps.length - 1)
  const step = firstSteps[index]
  if (!step) return null
  const isLast = index === firstSteps.length - 1
  const isDone = step.isDone?.(document) === true
  const finish = (message: string) => {
    dismissFirstSteps()
    announce(message)
  }
  return (
    <section className={styles['card']} aria-label="First steps">
      <div className={styles['head']}>
        <span className={styles['count']}>
          Step {index + 1} of {firstSteps.length}
        </span>
        <Button
          kind="quiet"
          label="Put the first steps away for now"
          icon={<X size={14} aria-hidden />}
          onPress={() => {
            leaveFirstSteps()
            announce('To carry on where you left off: Ctrl+K, “First steps”.')
          }}
        />
      </div>
      <h2 ref={heading} tabIndex={-1} className={styles['title']}>
        {step.title}
      </h2>
      <p>{step.text}</p>
      {isDone && (
        <p className={styles['done']}>
          <Check size={14} aria-hidden /> Done
        </p>
      )}
      <div className={styles['actions']}>
        <Button onPress={step.go}>{step.action}</Button>
        <span className={styles['spring']} />
        {index > 0 && <Button onPress={() => goToStep(index - 1)}>Back</Button>}
        <Button
          kind="primary"
          onPress={() =>
            isLast ? finish('That’s it. Ctrl+K finds the first steps again.') : goToStep(index + 1)
          }
        >
          {isLast ? 'Finish' : 'Next'}
        </Button>
      </div>
      <button
        type="button"
        className={styles['skip']}
        onClick={() => finish('They won’t be offered again. Ctrl+K, “First steps” brings them back.')}
      >
        Do not show them again
      </button>
    </section>
  )
}
