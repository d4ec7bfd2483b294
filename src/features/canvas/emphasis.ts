/** Which nodes stay bright: those that a search finds, or those on the path of one node through the design. */
import type { Projection } from '#things/project.ts'
import type { Summary } from '#things/summary.ts'

/** True where a node's words hold the searched text. */
export const isFound = ({ title, subtitle, badges }: Summary, search: string): boolean =>
  [title, subtitle, ...badges].join(' ').toLowerCase().includes(search.trim().toLowerCase())

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
