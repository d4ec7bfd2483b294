/** What stands around the distributions of a design, and what really links it to them. */
import { bucketBehind } from '#core/model/bucket-policy.ts'
import { distributionsIn, oncePer, originsOf, type PlacedResource } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Path } from '#core/model/path.ts'
import { referencesFrom } from '#core/model/reference.ts'
import { neighborKindOf, ownerField } from './index.ts'
import type { Neighbor, NeighborKind, Part } from './kind/kind.ts'

export interface Around extends Neighbor {
  readonly kind: NeighborKind
  /** How many others stand between it and a distribution. */
  readonly depth: number
  /** The origins and distributions that it is linked to, and the neighbors. */
  readonly places: readonly Path[]
  readonly neighbors: readonly LogicalId[]
  /** Those behind it. */
  readonly further: readonly LogicalId[]
}

/** The origin that a reference stands in, else its distribution. */
const placeOf = (path: Path): Path => path.slice(0, path[3] === 'Origins' ? 5 : 3)
const isSite = ({ resources }: DesignDocument, id: LogicalId) => resources[id]?.type === 'Distribution'

interface Naming {
  readonly to: LogicalId
  readonly place: Path
}

/** What a distribution names, by itself or through another resource of CloudFront's. */
function namedBy(document: DesignDocument, site: PlacedResource<'Distribution'>): Naming[] {
  const buckets = originsOf(site).flatMap(({ value, path }): Naming[] => {
    const to = bucketBehind(document, value.DomainName)
    return to === undefined ? [] : [{ to, place: path }]
  })
  const direct = referencesFrom(document, site.id).map(({ to, path }) => ({ to, place: placeOf(path) }))
  const isOwn = ({ to }: Naming) =>
    document.resources[to]?.type.includes('::') === false && !isSite(document, to)
  // A VPC origin leads on to its load balancer, a configuration of logs to its stream.
  const further = direct
    .filter(isOwn)
    .flatMap(({ to, place }) => referencesFrom(document, to).map((next) => ({ to: next.to, place })))
  return [...buckets, ...direct, ...further]
}

/** The places of distributions that name each neighbor, or a part of it. */
function placesNaming(document: DesignDocument, owners: ReadonlyMap<LogicalId, LogicalId>) {
  const found = new Map<LogicalId, Path[]>()
  for (const { to, place } of distributionsIn(document).flatMap((site) => namedBy(document, site))) {
    const own = owners.get(to)
    if (own !== undefined) found.set(own, [...(found.get(own) ?? []), place])
  }
  return found
}

/** A neighbor for each resource that is one, and for each part the neighbor that it belongs to. */
function ownersIn(document: DesignDocument): Map<LogicalId, LogicalId> {
  const owners = new Map<LogicalId, LogicalId>()
  for (const [id, { type }] of Object.entries(document.resources))
    if (neighborKindOf(type)) owners.set(id, id)
  for (const [id, { type }] of Object.entries(document.resources)) {
    if (owners.has(id)) continue
    const named = referencesFrom(document, id).find(({ to, path }) => {
      const own = document.resources[to]?.type ?? ''
      return ownerField(type, own) === path[3] && owners.get(to) === to
    })
    if (named) owners.set(id, named.to)
  }
  return owners
}

const unique = (paths: readonly Path[]): Path[] => [
  ...new Map(paths.map((path) => [path.join('/'), path])).values(),
]

/** The parts of each neighbor. */
function partsIn({ resources }: DesignDocument, owners: ReadonlyMap<LogicalId, LogicalId>) {
  const parts = new Map<LogicalId, Part[]>()
  for (const [id, owner] of owners) {
    const own = resources[id]
    if (id === owner || !own) continue
    // A foreign resource's config is JSON in CloudFormation's words.
    const part = { id, type: own.type, config: own.config as Part['config'] }
    parts.set(owner, [...(parts.get(owner) ?? []), part])
  }
  return parts
}

/** Who is linked with whom, through their parts too; a distribution that is named becomes a place. */
function linksIn(
  document: DesignDocument,
  owners: ReadonlyMap<LogicalId, LogicalId>,
  places: Map<LogicalId, Path[]>,
) {
  const links = new Map<LogicalId, Set<LogicalId>>()
  const link = (one: LogicalId, other: LogicalId) => links.set(one, (links.get(one) ?? new Set()).add(other))
  for (const [id, owner] of owners)
    for (const { to, path } of referencesFrom(document, id)) {
      const other = owners.get(to)
      if (other !== undefined && other !== owner) {
        link(owner, other)
        link(other, owner)
      }
      // A record, a protection or a source of logs names the distribution itself.
      if (isSite(document, to) && !places.has(owner) && path[3] !== 'PolicyDocument')
        places.set(owner, [['resources', to, 'config']])
    }
  return links
}

/** Every neighbor that something links to a distribution, the nearest first. */
export const neighborsAround = oncePer((document: DesignDocument): readonly Around[] => {
  const owners = ownersIn(document)
  if (owners.size === 0) return []
  const places = placesNaming(document, owners)
  const links = linksIn(document, owners, places)
  const parts = partsIn(document, owners)
  const depths = new Map([...places.keys()].map((id) => [id, 0]))
  for (const [id, depth] of depths)
    for (const next of links.get(id) ?? []) if (!depths.has(next)) depths.set(next, depth + 1)
  return [...depths].flatMap(([id, depth]) => {
    const resource = document.resources[id]
    const kind = neighborKindOf(resource?.type ?? '')
    if (!resource || !kind) return []
    const linked = [...(links.get(id) ?? [])]
    return [
      {
        id,
        type: resource.type,
        // A foreign resource's config is JSON in CloudFormation's words.
        config: resource.config as Neighbor['config'],
        parts: parts.get(id) ?? [],
        kind,
        depth,
        places: unique(places.get(id) ?? []),
        neighbors: linked.filter((other) => (depths.get(other) ?? 0) < depth),
        further: linked.filter((other) => (depths.get(other) ?? 0) >= depth),
      },
    ]
  })
})
