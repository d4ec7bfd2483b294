/** Beginning a connection by menu or key: the target is chosen on the canvas afterwards. */
import type { Path } from '#core/model/path.ts'
import { currentDocument } from '#state/design.ts'
import { announce, setConnecting } from '#state/session.ts'
import { thingAt } from '#things/thing.ts'

/** True for what leads somewhere: a behavior or a group. */
export const canConnect = (path: Path): boolean =>
  ['CacheBehaviors', 'DefaultCacheBehavior', 'OriginGroups'].includes(String(path[3]))

/** Begins a connection at a thing; valid targets are lit from now on. */
export function connectFrom(path: Path): void {
  const thing = canConnect(path) ? thingAt(currentDocument(), path) : undefined
  if (!thing?.node) return
  setConnecting(thing.node)
  announce(`Choose what “${thing.title}” leads to: tap it, or go there and press Enter. Esc cancels.`)
}
