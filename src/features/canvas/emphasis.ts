/** Which nodes stay bright: those that a search finds, or those on the path of one node through the design. */
import { matchesPattern } from '#core/http/path-pattern.ts'
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { isSamePath, type Path } from '#core/model/path.ts'
import type { CanvasNode, Projection } from '#things/project.ts'
import { type Summary, summaryOf } from '#things/summary.ts'

/** True where a node's words hold the searched text. */
const isInWords = ({ title, subtitle, badges }: Summary, search: string): boolean =>
  [title, subtitle, ...badges].join(' ').toLowerCase().includes(search.trim().toLowerCase())

const takesPath = (pattern: string | undefined, path: string) =>
  pattern !== undefined && matchesPattern(pattern, path)

/** The rows of the behaviors that would take requests for a path, one of each distribution. */
function servers(document: DesignDocument, path: string): readonly Path[] {
  return distributionsIn(document).flatMap((site) => {
    const behaviors = behaviorsOf(site)
    const taken = behaviors.find(
      ({ behavior, index }) => index === undefined || takesPath(known(behavior.PathPattern), path),
    )
    return taken ? [taken.path] : []
  })
}

const asPath = /^(?:https?:\/\/[^/]+)?(\/[^?#]*)/

/** The nodes that a search finds: by their words, and where none has them, the behaviors that serve the searched path. */
export function foundIn(
  document: DesignDocument,
  { nodes }: Projection,
  search: string,
): readonly CanvasNode[] {
  const things = nodes.filter(({ kind }) => kind !== 'viewer')
  const named = things.filter((node) => isInWords(summaryOf(document, node), search))
  const [, path] = asPath.exec(search.trim()) ?? []
  if (named.length > 0 || path === undefined) return named
  const rows = servers(document, path)
  return things.filter((node) => rows.some((row) => isSamePath(row, node.path)))
}

/** A node, everything that leads to it and everything that it leads to. */
export function pathThrough({ edges }: Projection, node: string): ReadonlySet<string> {
  const onPath = new Set([node])
  const walk = (step: (edge: Projection['edges'][number]) => readonly [from: string, to: string]) => {
    const open = [node]
    for (const at of open)
      for (const edge of edges) {
        const [from, to] = step(edge)
        if (from !== at || onPath.has(to)) continue
        onPath.add(to)
        open.push(to)
      }
  }
  walk(({ from, to }) => [from, to])
  walk(({ from, to }) => [to, from])
  return onPath
}
