/** What was left out of a link, in words of the place where a person finds it. */
import type { DesignDocument } from '#core/model/document.ts'
import { fromPointer, type Path, valueAt } from '#core/model/path.ts'
import { thingAt, thingInWords } from './thing.ts'

/** The name of a custom header, which stands beside its value. */
function headerOf(document: DesignDocument, path: Path): string | undefined {
  const name = valueAt(document, [...path.slice(0, -1), 'HeaderName'])
  return path.at(-1) === 'HeaderValue' && typeof name === 'string' ? name : undefined
}

/** What of a part stands at the end of a path: a field, or a header by its name. */
const lastName = (path: Path): string => String(path.findLast((key) => typeof key === 'string') ?? '')

function inWords(document: DesignDocument, path: Path): string {
  const [root, index] = path
  if (root === 'scenarios' && typeof index === 'number') {
    const name = document.scenarios[index]?.name ?? ''
    return `“${lastName(path)}” in the test “${name}”`
  }
  if (root === 'notes' || root === 'stickies') return 'a note'
  const thing = thingAt(document, path)
  const header = headerOf(document, path)
  const what = header === undefined ? `“${lastName(path)}”` : `the value of the custom header “${header}”`
  return thing ? `${what} of ${thingInWords(thing)}` : what
}

/** Each place once; `pointers` are JSON pointers of the document. */
export const leftOutInWords = (document: DesignDocument, pointers: readonly string[]): readonly string[] => [
  ...new Set(pointers.map((pointer) => inWords(document, fromPointer(pointer)))),
]
