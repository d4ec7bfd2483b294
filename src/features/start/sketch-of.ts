/** A design of one's own in small, as the gallery has its examples. */
import type { Sketched } from '#core/gallery/gallery.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { project } from '#things/project.ts'

/** More rows than these are no longer told apart. */
const mostRows = 8

/** Its first distribution, and how many there are. */
export function sketchOf(document: DesignDocument): Sketched {
  const { nodes, edges } = project(document)
  const sites = nodes.filter(({ kind }) => kind === 'distribution')
  const ids = (kind: string) =>
    nodes.filter((node) => node.kind === kind && node.owner === sites[0]?.owner).map(({ id }) => id)
  const [behaviors, origins, groups] = [ids('behavior'), ids('origin'), ids('group')]
  const leads = (from: string, is: string) =>
    edges.filter((edge) => edge.is === is && edge.from === from).map(({ to }) => to)
  const targets = behaviors.flatMap((behavior): (number | 'group')[] => {
    const [to = ''] = leads(behavior, 'target')
    const origin = origins.indexOf(to)
    return groups.includes(to) ? ['group'] : origin >= 0 ? [Math.min(origin, mostRows - 1)] : []
  })
  const members = groups
    .flatMap((group) => leads(group, 'member'))
    .map((to) => origins.indexOf(to))
    .filter((origin) => origin >= 0 && origin < mostRows)
  return {
    targets: targets.slice(0, mostRows),
    origins: Math.min(origins.length, mostRows),
    ...(groups.length > 0 && { group: members }),
    ...(sites.length !== 1 && { sites: Math.min(sites.length, 3) }),
  }
}
