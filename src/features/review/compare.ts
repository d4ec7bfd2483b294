/** The open design against another state of it: what changes for viewers, and the source line by line. */
import { diffLines } from 'diff'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { fromPointer, type Path, valueAt } from '#core/model/path.ts'
import { pairUp } from '#core/review/pairs.ts'
import { sideOf } from '#core/review/side.ts'
import { reviewSite, type SiteReview } from '#core/review/site-review.ts'

export interface Compared {
  readonly sites: readonly { readonly id: LogicalId; readonly review: SiteReview }[]
  readonly gone: readonly LogicalId[]
  readonly added: readonly LogicalId[]
}

export function compareDesigns(before: DesignDocument, after: DesignDocument): Compared {
  const named = (document: DesignDocument) => distributionsIn(document).map(({ id }) => ({ document, id }))
  const { pairs, gone, added } = pairUp(named(before), named(after))
  return {
    sites: pairs.map(([old, now]) => ({
      id: now.id,
      review: reviewSite(sideOf(old.document, old.id), sideOf(now.document, now.id)),
    })),
    gone: gone.map(({ id }) => id),
    added: added.map(({ id }) => id),
  }
}

/** The field of the open design that a change's pointer means; undefined where it has no such field any more. */
export function settingPath(document: DesignDocument, site: LogicalId, pointer: string): Path | undefined {
  const steps = fromPointer(pointer).filter(
    (step, at, all) => step !== 'Items' || typeof all[at + 1] !== 'number',
  )
  const [root, , id, ...rest] = steps
  const path =
    root === 'resources'
      ? ['resources', String(id), 'config', ...rest]
      : ['resources', site, 'config', ...steps]
  for (let length = path.length; length > 2; length -= 1)
    if (valueAt(document, path.slice(0, length)) !== undefined) return path.slice(0, length)
  return undefined
}

/** A line of both texts; where one of them has none, it stands against nothing. */
export interface Line {
  readonly before: string | undefined
  readonly after: string | undefined
  readonly number: number
}
/** Lines that are the same are shown this far around those that are not. */
const context = 3

const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n')

/** Runs of lines that are in both texts, or that stand in the place of one another. */
function blocksOf(before: string, after: string) {
  const blocks: { readonly old: readonly string[]; readonly now: readonly string[] }[] = []
  for (const { value, added, removed } of diffLines(before, after)) {
    const lines = linesOf(value)
    const last = blocks.at(-1)
    // What is added right after something was removed takes its place.
    if (added && last?.now.length === 0) blocks[blocks.length - 1] = { old: last.old, now: lines }
    else blocks.push({ old: added ? [] : lines, now: removed ? [] : lines })
  }
  return blocks
}

function allLines(before: string, after: string): readonly Line[] {
  let number = 1
  return blocksOf(before, after).flatMap(({ old, now }) => {
    const first = number
    number += now.length
    return Array.from({ length: Math.max(old.length, now.length) }, (_, at) => ({
      before: old[at],
      after: now[at],
      number: first + at,
    }))
  })
}

/** The parts of two texts in which they differ, each with the lines around it. */
export function differingParts(before: string, after: string): readonly (readonly Line[])[] {
  const lines = allLines(before, after)
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - context), at + context + 1).some((line) => line.before !== line.after),
  )
  const parts: Line[][] = []
  for (const [at, line] of lines.entries()) {
    if (!isNear[at]) continue
    if (!isNear[at - 1]) parts.push([])
    parts.at(-1)?.push(line)
  }
  return parts
}
