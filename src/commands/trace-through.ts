/** Sending a request through a thing of the design: which path leads there, and the trace of it. */
import { compilePatterns, examplePath } from '#core/http/path-pattern.ts'
import { behaviorsOf, distributionsIn, type PlacedBehavior } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isSamePath, type Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { firstDraft, toViewerRequest } from '#core/trace/requests/request-draft.ts'
import { currentDocument } from '#state/design.ts'
import { announce, showPanel, speak } from '#state/session.ts'
import { sendRequests, setDraft, useDraft } from '#state/trace.ts'
import { type Site, targetNodes } from '#things/behavior-rows.ts'
import { thingAt } from '#things/thing.ts'

/** What stands for a wildcard, the likeliest first: an earlier pattern may take some of the paths. */
const fillings = ['a', 'index.html', 'a/b', 'x7', '']

/** A path that reaches a behavior, none of those before it taking it; undefined where no such path was found. */
function pathTo(site: Site, { behavior, index }: PlacedBehavior): string | undefined {
  const patterns = behaviorsOf(site).flatMap((one) =>
    one.index === undefined ? [] : [nameOf(one.behavior.PathPattern)],
  )
  const matcher = compilePatterns(patterns)
  const pattern = nameOf(behavior.PathPattern)
  const candidates =
    index === undefined
      ? ['/', '/index.html', '/a', '/a/b', '/nothing-else-matches']
      : [examplePath(pattern), ...fillings.map((one) => examplePath(pattern.replaceAll('*', one)))]
  return candidates.find((path) => matcher.match(path) === (index ?? -1))
}

/** The request path that leads through a thing: a behavior, or what a behavior sends to. */
export function pathThroughThing(
  document: DesignDocument,
  path: Path,
): { readonly distribution: LogicalId; readonly url: string } | undefined {
  const site = distributionsIn(document).find(({ id }) => id === path[1])
  const thing = thingAt(document, path)
  if (!site || !thing) return undefined
  const behaviors = behaviorsOf(site)
  const node = (target: unknown) => targetNodes(site).get(nameOf(target as string))
  const through =
    thing.shape === 'Distribution'
      ? behaviors.slice(-1)
      : behaviors.filter(
          (one) => isSamePath(one.path, thing.path) || node(one.behavior.TargetOriginId) === thing.node,
        )
  for (const behavior of through) {
    const url = pathTo(site, behavior)
    if (url !== undefined) return { distribution: site.id, url }
  }
  return undefined
}

/** Sends a request through a thing and shows its trace; says so where no request gets there. */
export async function traceThrough(path: Path): Promise<void> {
  const way = pathThroughThing(currentDocument(), path)
  if (!way) {
    announce('No request gets there: other behaviors take every path, or none leads there.')
    return
  }
  const draft = { ...(useDraft.getState().draft ?? firstDraft), url: way.url }
  setDraft(draft)
  showPanel('trace')
  const result = await sendRequests(way.distribution, [toViewerRequest(draft)])
  if (result) speak(`GET ${way.url}: ${result.status} ${result.xCache ?? ''}`)
}
