/** What the drawing marks where the design is compared with another state of it. */
import type { DesignDocument } from '#core/model/document.ts'
import type { Difference, DifferenceKind, Differences } from '#things/differences.ts'
import { thingAt } from '#things/thing.ts'
import { allUsers } from '#things/users.ts'

export interface DifferenceMark {
  readonly kind: DifferenceKind | 'gone'
  /** What is other, a line for each. */
  readonly words: string
}

/** The nodes of a thing; one that has none is marked at all that use it. */
function nodesOf(document: DesignDocument, { path }: Difference): readonly string[] {
  const thing = thingAt(document, path)
  if (!thing || thing.node) return thing?.node ? [thing.node] : []
  return (allUsers(document).get(thing.owner) ?? []).flatMap((user) => thingAt(document, user)?.node ?? [])
}

const wordsOf = ({ kind, name, fields }: Difference): string =>
  kind === 'added'
    ? `${name} is new`
    : [
        name,
        ...fields.map(({ label, before = 'not set', after = 'not set' }) => `${label}: ${before} → ${after}`),
      ].join('\n')

/** The mark of each node that differs. What is gone is told at the head of its distribution. */
export function differenceMarks(
  document: DesignDocument,
  { things, gone }: Differences,
  standIns: ReadonlyMap<string, string>,
): ReadonlyMap<string, DifferenceMark> {
  const marks = new Map<string, DifferenceMark>()
  const add = (at: string, mark: DifferenceMark) => {
    const node = standIns.get(at) ?? at
    const other = marks.get(node)
    const kind = other && other.kind !== mark.kind ? 'changed' : mark.kind
    marks.set(node, other ? { kind, words: `${other.words}\n${mark.words}` } : mark)
  }
  for (const difference of things)
    for (const node of nodesOf(document, difference)) {
      const isOwn = thingAt(document, difference.path)?.node === node
      add(node, { kind: isOwn ? difference.kind : 'changed', words: wordsOf(difference) })
    }
  for (const { owner, name } of gone)
    if (document.resources[owner]) add(`${owner}/distribution/`, { kind: 'gone', words: `${name} is gone` })
  return marks
}
