/** What the editor underlines: why a text cannot be read, else what the rules find in it. */
import type { DesignDocument } from '#core/model/document.ts'
import type { Problem } from '#core/rules/harness/problem.ts'
import type { EditorMark } from '#ui/code-editor/editor.ts'
import type { SourceClient } from './source-client.ts'
import type { SourceProblem } from './source-text.ts'
import type { SyncState } from './sync.ts'

const atPlace = ({ severity, message, position }: SourceProblem): EditorMark => ({
  severity,
  message,
  line: position?.line ?? 1,
  column: position?.column ?? 1,
})

/** As many problems as an editor can usefully show. */
const most = 300

/** The marks of a text in the state that it is in. */
export async function marksOf(
  client: Pick<SourceClient, 'ask'>,
  text: string,
  document: DesignDocument,
  { status, notes }: Pick<SyncState, 'status' | 'notes'>,
  problems: readonly Problem[],
): Promise<EditorMark[]> {
  if (status.is === 'broken' || status.is === 'apart') return status.problems.map(atPlace)
  if (status.is !== 'same') return []
  const shown = problems.slice(0, most)
  const paths = shown.map(({ path }) => path)
  const positions = await client.ask('locate', text, document.source?.parameters ?? {}, paths)
  const found = shown.flatMap(({ severity, message, rule }, index) => {
    const position = positions[index]
    return position ? [{ severity, message: `${message} (${rule.id})`, ...position }] : []
  })
  return [...notes.filter(({ position }) => position).map(atPlace), ...found]
}
