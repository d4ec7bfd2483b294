/** The routing as a diagram that GitHub and GitLab draw: what is new is thick, what is gone is dashed. */
import type { Side } from '#core/review/side.ts'
import { behaviorName } from '#core/review/side.ts'
import type { SiteReview } from '#core/review/site-review.ts'

/** A larger picture is none. */
const mostBehaviors = 30

interface Edge {
  readonly behavior: string
  readonly origin: string
}

const edgesOf = ({ compiled }: Side): Edge[] =>
  compiled.behaviors.map((behavior) => ({ behavior: behaviorName(behavior), origin: behavior.target.id }))

/** Text in a label: Mermaid takes entities, with `#` in place of `&`. */
const label = (text: string) =>
  text.replaceAll(/[^A-Za-z0-9 /.:-]/g, (character) => `#${character.codePointAt(0)};`)

/** Nothing where no line of the picture is new or gone, or where it would be too large to read. */
export function mermaidOf({ before, after, routing }: SiteReview): string[] {
  const [olds, news] = [edgesOf(before), edgesOf(after)]
  const behaviors = [...new Set([...news, ...olds].map(({ behavior }) => behavior))]
  const isMoved = JSON.stringify(olds) !== JSON.stringify(news)
  if (!isMoved || behaviors.length > mostBehaviors) return []
  const origins = [...new Set([...news, ...olds].map(({ origin }) => origin))]
  const has = (edges: readonly Edge[], { behavior, origin }: Edge) =>
    edges.some((edge) => edge.behavior === behavior && edge.origin === origin)
  const node = (edge: Edge) =>
    [`b${behaviors.indexOf(edge.behavior)}`, `o${origins.indexOf(edge.origin)}`] as const
  const lines = [
    ...news.map((edge) => node(edge).join(has(olds, edge) ? ' --> ' : ' ==>|new| ')),
    ...olds.filter((edge) => !has(news, edge)).map((edge) => node(edge).join(' -.->|gone| ')),
  ]
  const changed = behaviors.flatMap((behavior, at) =>
    routing.some((one) => one.after.behavior === behavior && one.changes.length > 0) ? [`b${at}`] : [],
  )
  return [
    '```mermaid',
    'flowchart LR',
    ...behaviors.map((behavior, at) => `  b${at}["${label(behavior === '*' ? '* (default)' : behavior)}"]`),
    ...origins.map((origin, at) => `  o${at}(["${label(origin)}"])`),
    ...lines.map((line) => `  ${line}`),
    ...(changed.length > 0
      ? ['  classDef changed stroke-width:3px', `  class ${changed.join()} changed`]
      : []),
    '```',
  ]
}
