import { Button } from '#ui/Button.tsx'
import styles from './source.module.css'
import type { SyncState } from './sync.ts'

interface StatusLineProps {
  readonly state: SyncState
  readonly isEditable: boolean
  readonly onGoTo: (line: number, column: number) => void
  readonly onApply: () => void
  readonly onDiscard: () => void
}

const counted = (losses: readonly string[]) =>
  losses.length === 1 ? losses[0] : `${losses.length} things cannot be written in this format.`

function sentence({ status, losses }: SyncState): string {
  if (status.is === 'typing') return 'Typing…'
  if (status.is === 'waiting') return 'This text is large, so it is read when you apply it (Ctrl+Enter).'
  if (status.is === 'same')
    return losses.length > 0
      ? (counted(losses) ?? '')
      : 'The text and the design are the same. Esc, then Tab, leaves the editor.'
  const [problem] = status.problems
  const place = problem?.position ? `Line ${problem.position.line}, column ${problem.position.column}: ` : ''
  const why = problem ? `${place}${problem.message} ` : ''
  return status.is === 'broken'
    ? `${why}The canvas keeps the last text that could be read.`
    : `${why}The design was edited elsewhere while this text was not applied.`
}

/** Whether the text is the design, and if not, why, where, and what can be done. */
export function StatusLine({ state, isEditable, onGoTo, onApply, onDiscard }: StatusLineProps) {
  const { status } = state
  const isWrong = status.is === 'broken' || status.is === 'apart'
  const position = isWrong ? status.problems[0]?.position : undefined
  return (
    <div className={styles['status']} data-status={status.is}>
      <span role="status" title={state.losses.join('\n') || undefined}>
        {isEditable || state.losses.length > 0 ? sentence(state) : ''}
      </span>
      {position && (
        <Button onPress={() => onGoTo(position.line, position.column)}>Go to line {position.line}</Button>
      )}
      {(status.is === 'waiting' || status.is === 'apart') && (
        <Button onPress={onApply}>{status.is === 'apart' ? 'Apply my text' : 'Apply'}</Button>
      )}
      {(isWrong || status.is === 'waiting') && <Button onPress={onDiscard}>Show the design's text</Button>}
    </div>
  )
}
