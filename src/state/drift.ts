/** Where the design and the account differ, as far as the account was read; the canvas shows it. */
import { create } from 'zustand'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isWithin, type Path } from '#core/model/path.ts'
import { changesBetween } from '#core/plan/diff.ts'
import { type LiveResources, resolveConfig } from '#core/plan/resolve.ts'
import { documentWith, forgetDeployment, useDeployment } from './deployment.ts'
import { useDesign } from './design.ts'

/** A path of the API below a config, as one of the document: it does not wrap its lists. */
export const inDocument = (id: LogicalId, path: Path): Path => [
  'resources',
  id,
  'config',
  ...path.filter((step, index) => step !== 'Items' || typeof path[index + 1] !== 'number'),
]

/** The places of a design at which the account has something else. */
export const driftOf = (document: DesignDocument, live: LiveResources): readonly Path[] =>
  Object.entries(live).flatMap(([id, { config }]) =>
    document.resources[id] === undefined
      ? []
      : changesBetween(config, resolveConfig(document, id, live).config).map(({ path }) =>
          inDocument(id, path),
        ),
  )

export const useDrift = create<{ readonly paths: readonly Path[] }>()(() => ({ paths: [] }))

/** How many places at or below a path differ from the account. */
export const driftsWithin = (paths: readonly Path[], place: Path): number =>
  paths.filter((path) => isWithin(path, place)).length

const pause = 300

/** Compares again shortly after the design or what was read of the account has changed. */
export function watchDrift(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const compare = () => {
    const { live, undoes, made } = useDeployment.getState()
    const paths = undoes === undefined ? driftOf(documentWith(made), live) : []
    if (paths.length > 0 || useDrift.getState().paths.length > 0) useDrift.setState({ paths })
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(compare, pause)
  }
  const stops = [
    useDesign.subscribe((now, before) => {
      if (now.id !== before.id) forgetDeployment()
      if (now.history.present.resources !== before.history.present.resources) later()
    }),
    useDeployment.subscribe((now, before) => {
      if (now.live !== before.live || now.undoes !== before.undoes) later()
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}
