/** Sources as the library takes them; what the command tells and ends with is an exception here. */
import { isFolder, openFolder } from '#cli/folder.ts'
import { failureLines, type OpenedSource, openSource, readingOf } from '#cli/source.ts'
import type { Result } from '#core/ground/result.ts'
import type { Source } from './check-api.ts'

/** The value; an Error with the reasons where there is none. */
export function orThrow<Value>(result: Result<Value, string | readonly string[]>): Value {
  if (result.ok) return result.value
  throw new Error([result.error].flat().join('\n'))
}

type Parameters = Readonly<Record<string, string>>

/** Every source that a path holds, or a text is. */
export async function openedFor(source: Source, parameters: Parameters): Promise<OpenedSource[]> {
  const found =
    typeof source !== 'string'
      ? [readingOf('text', source.text, parameters)]
      : isFolder(source)
        ? await openFolder(source, parameters)
        : [await openSource(source, parameters)]
  return found.map((one) => orThrow(one.ok ? one : { ok: false, error: failureLines(one.error) }))
}
