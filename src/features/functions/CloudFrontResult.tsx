import { useState } from 'react'
import type { Json, JsonObject } from '#core/model/field.ts'
import type { AccountTest } from '#core/plan/account-test.ts'
import type { DesignFunction } from '#core/trace/compile/functions-in.ts'
import type { FunctionTest } from '#core/trace/scenario/function-test.ts'
import { testAtCloudFront } from '#state/functions.ts'
import { announce } from '#state/session.ts'
import { Button } from '#ui/Button.tsx'
import { changesBetween } from './changes.ts'
import styles from './functions.module.css'

interface Compared {
  readonly theirs: AccountTest
  readonly differences: ReturnType<typeof changesBetween>
}

function compare(ours: FunctionTest, theirs: AccountTest): Compared {
  return { theirs, differences: changesBetween(ours.output ?? undefined, theirs.output ?? undefined) }
}

function verdict({ theirs, differences }: Compared, ours: FunctionTest): string {
  if (theirs.error !== null && ours.error) return `CloudFront fails too: ${theirs.error}`
  if (theirs.error !== null) return `CloudFront fails: ${theirs.error}`
  if (ours.error) return 'CloudFront runs it without an error.'
  return differences.length === 0 ? 'CloudFront returns the same.' : 'CloudFront returns something else.'
}

/** The same event at CloudFront, beside what the sandbox made of it. */
export function CloudFrontResult({
  shown,
  event,
  ours,
}: {
  readonly shown: DesignFunction
  readonly event: Json
  readonly ours: FunctionTest
}) {
  const [compared, setCompared] = useState<Compared>()
  const [failure, setFailure] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const ask = async () => {
    setAsking(true)
    // The sandbox ran it, so the event is an object.
    const request = { name: shown.fn.name, code: shown.code, event: event as JsonObject }
    const answer = await testAtCloudFront(request)
    setAsking(false)
    setFailure(answer.ok ? undefined : answer.error)
    setCompared(answer.ok ? compare(ours, answer.value) : undefined)
    announce(answer.ok ? verdict(compare(ours, answer.value), ours) : answer.error)
  }
  return (
    <section aria-label="At CloudFront">
      <Button isDisabled={isAsking} onPress={() => void ask()}>
        {isAsking ? 'Asking CloudFront…' : 'Run the same at CloudFront'}
      </Button>
      {failure && (
        <p className={styles['failure']} role="alert">
          {failure}
        </p>
      )}
      {compared && (
        <>
          <p className={styles['headline']} data-failed={compared.theirs.error !== null}>
            {verdict(compared, ours)}
            {!compared.theirs.isSameCode && ' Its code is not that of this design: apply the design first.'}
          </p>
          <dl className={styles['changes']}>
            {compared.differences.map(({ label, before, after }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>here {before ?? 'absent'}</dd>
                <dd>at CloudFront {after ?? 'absent'}</dd>
              </div>
            ))}
          </dl>
          <p className={styles['muted']}>
            Compute utilization: {ours.utilization ?? '–'} estimated here,{' '}
            {compared.theirs.utilization ?? '–'} measured there.
          </p>
        </>
      )}
    </section>
  )
}
