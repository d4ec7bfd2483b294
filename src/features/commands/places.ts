/** Everything of the design by its name, so that the palette leads to it: go to anything. */
import { behaviorsOf, distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import type { Path } from '#core/model/path.ts'
import type { Command } from '#state/commands.ts'
import { currentDocument } from '#state/design.ts'
import { select } from '#state/session.ts'
import { thingAt, thingInWords } from '#things/thing.ts'

/** More than these are found by the search of the canvas. */
const mostPlaces = 1000

/** A command for each thing of the design; it selects the thing. */
export function placeCommands(): readonly Command[] {
  const document = currentDocument()
  const paths = distributionsIn(document).flatMap((site): Path[] => [
    site.path,
    ...behaviorsOf(site).map(({ path }) => path),
    ...originGroupsOf(site).map(({ path }) => path),
    ...originsOf(site).map(({ path }) => path),
  ])
  const others = Object.entries(document.resources).flatMap(([id, { type }]): Path[] =>
    type.includes('::') || type === 'Distribution' ? [] : [['resources', id, 'config']],
  )
  return [...paths, ...others].slice(0, mostPlaces).flatMap((path): Command[] => {
    const thing = thingAt(document, path)
    if (!thing) return []
    return [
      {
        id: `go ${path.join('/')}`,
        group: 'Go to',
        label: thingInWords(thing),
        run: () => select(path),
      },
    ]
  })
}
