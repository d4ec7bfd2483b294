/** Folding the behaviors of one origin or group into one node: which can be, and doing it. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isSamePath, type Path } from '#core/model/path.ts'
import { announce, setFolded, toggleFolded, useSession } from '#state/session.ts'
import { behaviorRows, type Site, targetNodes } from '#things/behavior-rows.ts'
import type { CanvasNode } from '#things/project.ts'
import { thingAt } from '#things/thing.ts'

/** The rows of a distribution with everything folded that can be. */
function foldedRows(site: Site) {
  const targets = targetNodes(site)
  return behaviorRows(site, targets, new Set(targets.values()))
}

/** The node whose behaviors are folded together with the thing at a path; undefined where there are not two of them. */
export function laneTarget(document: DesignDocument, path: Path): string | undefined {
  const site = distributionsIn(document).find(({ id }) => id === path[1])
  const own = thingAt(document, path)
  if (!site || !own) return undefined
  return foldedRows(site).find(
    ({ lane, target }) =>
      lane && (target === own.node || lane.some((behavior) => isSamePath(behavior.path, own.path))),
  )?.target
}

/** Every node that has behaviors to fold. */
export const laneTargets = (document: DesignDocument): readonly string[] =>
  distributionsIn(document)
    .flatMap(foldedRows)
    .flatMap(({ lane, target }) => (lane && target !== undefined ? [target] : []))

/** Draws the behaviors of a node as one, or each for itself again. */
export function toggleLane(document: DesignDocument, target: string): void {
  toggleFolded(target)
  const isFolded = useSession.getState().folded.includes(target)
  const names = distributionsIn(document).flatMap((site) => [...targetNodes(site)])
  const name = names.find(([, node]) => node === target)?.[0] ?? ''
  announce(
    isFolded ? `The behaviors of “${name}” are one node.` : `The behaviors of “${name}” are shown again.`,
  )
}

/** Folds the behaviors of every origin and group; unfolds them where all are folded. */
export function toggleLanes(document: DesignDocument): void {
  const targets = laneTargets(document)
  const { folded } = useSession.getState()
  const others = folded.filter((one) => !targets.includes(one))
  const isUnfolding = targets.every((one) => folded.includes(one))
  setFolded(isUnfolding ? others : [...others, ...targets])
  announce(isUnfolding ? 'Every behavior is shown again.' : 'The behaviors of each origin are one node.')
}

/** What a node of the canvas selects: a lane is all of its behaviors. */
export const pathsOf = ({ lane, path }: CanvasNode): readonly Path[] =>
  lane ? lane.behaviors.map((behavior) => behavior.path) : [path]
