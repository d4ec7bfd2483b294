/** Folding the behaviors of one target or one prefix into one row: which can be, and doing it. */
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isSamePath, type Path } from '#core/model/path.ts'
import { announce, setFolded, toggleFolded, useSession } from '#state/session.ts'
import { foldsOf, prefixOfFold, type Site, targetNodes } from '#things/behavior-rows.ts'
import type { CanvasNode } from '#things/project.ts'
import { thingAt } from '#things/thing.ts'

/** What can be folded of a distribution: the behaviors of a target, and those of a prefix. */
const folds = (site: Site) => foldsOf(site, targetNodes(site))

/** The folds that the thing at a path is in or leads to: of its target, then of its prefix. */
function foldsAt(document: DesignDocument, path: Path) {
  const site = distributionsIn(document).find(({ id }) => id === path[1])
  const own = thingAt(document, path)
  if (!site || !own) return []
  return folds(site).filter(
    ({ fold, behaviors }) =>
      fold === own.node || behaviors.some((behavior) => isSamePath(behavior.path, own.path)),
  )
}

/** The node whose behaviors are folded together with the thing at a path; undefined where there are not two of them. */
export const laneTarget = (document: DesignDocument, path: Path): string | undefined =>
  foldsAt(document, path).find(({ fold }) => prefixOfFold(fold) === undefined)?.fold

/** The fold of the behaviors whose patterns begin as the one at a path does. */
export const lanePrefix = (document: DesignDocument, path: Path): string | undefined =>
  foldsAt(document, path).find(({ fold }) => prefixOfFold(fold) !== undefined)?.fold

const foldsIn = (document: DesignDocument, isPrefix: boolean): readonly string[] =>
  distributionsIn(document)
    .flatMap(folds)
    .flatMap(({ fold }) => ((prefixOfFold(fold) !== undefined) === isPrefix ? [fold] : []))

/** Every node that has behaviors to fold. */
export const laneTargets = (document: DesignDocument): readonly string[] => foldsIn(document, false)
/** Every prefix that several behaviors share. */
export const lanePrefixes = (document: DesignDocument): readonly string[] => foldsIn(document, true)

/** What a fold is of, as messages say it. */
function foldName(document: DesignDocument, fold: string): string {
  const prefix = prefixOfFold(fold)
  if (prefix !== undefined) return `${prefix}…`
  const names = distributionsIn(document).flatMap((site) => [...targetNodes(site)])
  return names.find(([, node]) => node === fold)?.[0] ?? ''
}

/** Draws the behaviors of a fold as one row, or each for itself again. */
export function toggleLane(document: DesignDocument, fold: string): void {
  toggleFolded(fold)
  const isFolded = useSession.getState().folded.includes(fold)
  const name = foldName(document, fold)
  announce(
    isFolded ? `The behaviors of “${name}” are one row.` : `The behaviors of “${name}” are shown again.`,
  )
}

/** Folds every one of these, and no other; unfolds them where all are folded. `what` is how a message calls them. */
export function toggleLanes(targets: readonly string[], others: readonly string[], what: string): void {
  const { folded } = useSession.getState()
  const rest = folded.filter((one) => !targets.includes(one) && !others.includes(one))
  const isUnfolding = targets.every((one) => folded.includes(one))
  setFolded(isUnfolding ? rest : [...rest, ...targets])
  announce(isUnfolding ? 'Every behavior is shown again.' : `The behaviors of each ${what} are one row.`)
}

/** What a node of the canvas selects: a lane is all of its behaviors. */
export const pathsOf = ({ lane, path }: CanvasNode): readonly Path[] =>
  lane ? lane.behaviors.map((behavior) => behavior.path) : [path]
