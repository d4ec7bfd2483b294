import type { Json } from '#core/model/field.ts'
import type { FunctionTest } from '#core/trace/scenario/function-test.ts'
import { Button } from '#ui/Button.tsx'
import { changesOf } from './changes.ts'
import styles from './functions.module.css'

interface RunResultProps {
  readonly event: Json
  readonly test: FunctionTest
  readonly onGoTo: (line: number, column: number) => void
}

function headline({ error, status, output, generatedResponse }: FunctionTest): string {
  if (error) return `${error.type}: ${error.message.replace(/\.$/, '')}.`
  if (status !== null) return `CloudFront answers ${status}.`
  if (generatedResponse) return 'The function answers the viewer itself.'
  return output && 'request' in output ? 'The request goes on.' : 'The response goes on.'
}

/** What a run came to: the outcome, what changed, what was logged. */
export function RunResult({ event, test, onGoTo }: RunResultProps) {
  const { error, output, logs, utilization, status } = test
  const changes = output ? changesOf(event, output) : []
  return (
    <section className={styles['result']} aria-label="Result">
      <p className={styles['headline']} data-failed={error !== null} role="status">
        {headline(test)}
        {error && status !== null && ` The viewer gets ${status}.`}
        {error?.line !== undefined && ` Line ${error.line}.`}
      </p>
      {error?.line !== undefined && (
        <Button onPress={() => onGoTo(error.line ?? 1, error.column ?? 1)}>Go to line {error.line}</Button>
      )}
      {output && (
        <>
          <h3>What changed</h3>
          {changes.length === 0 && <p className={styles['muted']}>Nothing.</p>}
          <dl className={styles['changes']} aria-label="What changed">
            {changes.map(({ label, before, after }) => (
              <div key={`${label} ${before} ${after}`}>
                <dt>{label}</dt>
                {before !== undefined && (
                  <dd>
                    <del>{before}</del>
                  </dd>
                )}
                {after !== undefined && (
                  <dd>
                    <ins>{after}</ins>
                  </dd>
                )}
              </div>
            ))}
          </dl>
        </>
      )}
      {logs.length > 0 && (
        <>
          <h3>Logs</h3>
          <pre className={styles['logs']}>{logs.join('\n')}</pre>
        </>
      )}
      {utilization !== null && (
        <p className={styles['muted']}>
          Estimated compute utilization {utilization} of 100. CloudFront measures on its own machines: test
          there before you rely on it.
        </p>
      )}
      {output && (
        <details>
          <summary>Whole result</summary>
          <pre className={styles['logs']}>{JSON.stringify(output, null, 2)}</pre>
        </details>
      )}
    </section>
  )
}
