/** Reads a site from the account: a distribution and everything of CloudFront's that it refers to, as one design. */

import type { DesignDocument, LogicalId, Resource, ResourceType } from '#core/model/document.ts'
import { emptyDesign } from '#core/model/document.ts'
import { assignKeys } from '#core/model/item-keys.ts'
import { managedPolicies, type PolicyType } from '#core/model/managed-policies.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { fromApi } from '#core/resources/walk/wrap.ts'
import { DriverFailure, type Drivers, type Listed } from './driver.ts'
import { deployableTypes } from './order.ts'
import type { Live } from './resolve.ts'
import { importedTags, withoutTags } from './tags.ts'

/** What was being read when something was missing, and why. */
export interface Gap {
  readonly type: ResourceType
  readonly physicalId: string
  readonly message: string
}
export interface ImportProgress {
  readonly type: ResourceType
  readonly physicalId: string
  /** Things read so far, this one included. */
  readonly count: number
}
export interface Imported {
  readonly document: DesignDocument
  /** References that stay literal ids, because what is behind them could not be read. */
  readonly gaps: readonly Gap[]
  readonly physicalIds: Readonly<Record<LogicalId, string>>
  /** The distributions alone, as CloudFront answered: every id is the account's own. */
  readonly answered: DesignDocument
  /** What was read, under its name in the design. */
  readonly live: readonly Read[]
}

interface Mention {
  readonly type: ResourceType
  /** The id, name or ARN as it stands in the config. */
  readonly id: string
  readonly attribute?: string
}

/** The fields of the API that name something which can be read. */
const namings = deployableTypes.flatMap((type) =>
  resourceKinds[type].namedBy.map((naming) => ({ ...naming, type, ending: `.${naming.field}` })),
)
const policyTypes: readonly PolicyType[] = ['CachePolicy', 'OriginRequestPolicy', 'ResponseHeadersPolicy']
/** AWS's own policies are named by id in every design. */
const managedIds: ReadonlySet<string> = new Set(
  policyTypes.flatMap((type) => managedPolicies(type).map(({ id }) => id)),
)
const afterSlash = (text: string) => text.slice(text.lastIndexOf('/') + 1)

/** What a text at this place names; undefined where it names nothing that can be read. */
function mentionAt(owner: ResourceType, names: readonly string[], text: string): Mention | undefined {
  if (text === '' || managedIds.has(text)) return undefined
  const place = `.${names.join('.')}`
  const naming = namings.find(
    ({ ending, of }) => (of === undefined || of === owner) && place.endsWith(ending),
  )
  if (!naming) return undefined
  const { type, by, path } = naming
  if (by === 'domain name') return { type, id: text, attribute: 'DomainName' }
  return { type, id: path === undefined ? text : afterSlash(text) }
}

type Found = (mention: Mention) => LogicalId | undefined

/** A config in which every text that names something found is a reference to it. */
function withReferences(
  owner: ResourceType,
  value: unknown,
  names: readonly string[],
  found: Found,
): unknown {
  if (typeof value === 'string') {
    const mention = mentionAt(owner, names, value)
    const ref = mention && found(mention)
    if (mention === undefined || ref === undefined) return value
    return mention.attribute === undefined ? { ref } : { ref, attribute: mention.attribute }
  }
  if (Array.isArray(value)) return value.map((item) => withReferences(owner, item, names, found))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      withReferences(owner, child, [...names, name], found),
    ]),
  )
}

/** Everything that a config names. */
function mentionsIn(owner: ResourceType, config: object): readonly Mention[] {
  const mentions: Mention[] = []
  withReferences(owner, config, [], (mention) => {
    mentions.push(mention)
    return undefined
  })
  return mentions
}

/** A logical id from words that people chose: letters and digits, each word with a capital. */
function logicalId(words: string, taken: ReadonlySet<LogicalId>, fallback: string): LogicalId {
  const id = words
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 64)
  const base = /^[A-Za-z]/.test(id) ? id : fallback
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? base : `${base}${count}`
    if (!taken.has(candidate)) return candidate
  }
}

/**
 * What the account has, as a config of the document. `nameOf` gives the logical id of a thing that the design holds,
 * by its physical one; every other id stays literal.
 */
export function configFromLive(
  type: ResourceType,
  live: Live,
  nameOf: (type: ResourceType, physicalId: string) => LogicalId | undefined,
): Resource['config'] {
  const { config } = fromApi(type, withoutTags(live.config))
  const referring = withReferences(type, config, [], (mention) => nameOf(mention.type, mention.id))
  if (type === 'Distribution') assignKeys(referring as object)
  // The shape table gives the config its type's form, and references may stand for any of its values.
  return referring as Resource['config']
}

export interface Read {
  readonly id: LogicalId
  readonly type: ResourceType
  readonly live: Live
}

function asAnswered({ id, type, live }: Read): [LogicalId, Resource] {
  const config = configFromLive(type, live, () => undefined)
  // A type and a config of its form are one of the kinds of resources.
  return [id, { type, config, ...importedTags(live.config) } as Resource]
}

class Importer {
  readonly gaps: Gap[] = []
  readonly read = new Map<string, Read | undefined>()
  private readonly names = new Set<LogicalId>()
  private readonly lists = new Map<ResourceType, Promise<readonly Listed[]>>()
  private readonly drivers: Drivers

  constructor(drivers: Drivers) {
    this.drivers = drivers
  }

  /** All of a kind; asked for once, where a reference is no id that can be read. */
  private listed(type: ResourceType): Promise<readonly Listed[]> {
    const known = this.lists.get(type)
    if (known) return known
    const all = (async () => {
      const items: Listed[] = []
      let marker: string | undefined
      do {
        const page = await this.drivers[type]?.list?.(marker)
        items.push(...(page?.items ?? []))
        marker = page?.next
      } while (marker !== undefined)
      return items
    })()
    this.lists.set(type, all)
    return all
  }

  private async physicalIdOf({ type, id, attribute }: Mention): Promise<string> {
    if (attribute === 'DomainName')
      return (await this.listed(type)).find(({ domainName }) => domainName === id)?.physicalId ?? id
    if (type !== 'KeyValueStore') return id
    return (await this.listed(type)).find(({ arn }) => arn === id)?.physicalId ?? id
  }

  private nameFor(type: ResourceType, { config }: Live): LogicalId {
    const words = [config['Name'], config['Comment']].find((text) => typeof text === 'string' && text !== '')
    const id = logicalId(typeof words === 'string' ? words : type, this.names, type)
    this.names.add(id)
    return id
  }

  /** One thing; undefined where it was read before or cannot be. */
  async visit(mention: Mention): Promise<Read | undefined> {
    const key = `${mention.type} ${mention.id}`
    if (this.read.has(key)) return undefined
    this.read.set(key, undefined)
    try {
      const physicalId = await this.physicalIdOf(mention)
      const same = [...this.read.values()].find(
        (one) => one?.type === mention.type && one.live.physicalId === physicalId,
      )
      if (same) {
        this.read.set(key, same)
        return undefined
      }
      const live = await this.drivers[mention.type]?.read(physicalId)
      if (!live) {
        this.gaps.push({
          type: mention.type,
          physicalId,
          message: `There is no ${mention.type} “${physicalId}”.`,
        })
        return undefined
      }
      const one = { id: this.nameFor(mention.type, live), type: mention.type, live }
      this.read.set(key, one)
      return one
    } catch (error) {
      if (!(error instanceof DriverFailure)) throw error
      this.gaps.push({ type: mention.type, physicalId: mention.id, message: error.message })
      return undefined
    }
  }

  /** What is there for a distribution without being named by it. */
  async belonging({ type, live: { physicalId } }: Read): Promise<readonly Mention[]> {
    if (type !== 'Distribution') return []
    const mentions: Mention[] = []
    for (const driver of Object.values(this.drivers))
      try {
        for (const id of (await driver.of?.(physicalId)) ?? []) mentions.push({ type: driver.type, id })
      } catch (error) {
        if (!(error instanceof DriverFailure)) throw error
        this.gaps.push({ type: driver.type, physicalId: `of ${physicalId}`, message: error.message })
      }
    return mentions
  }

  result(): Imported {
    const found: Found = ({ type, id }) => this.read.get(`${type} ${id}`)?.id
    const all = [...new Set(this.read.values())].filter((one) => one !== undefined)
    const resources = all.map(({ id, type, live }): [LogicalId, Resource] => {
      // A type and a config of its form are one of the kinds of resources.
      return [
        id,
        {
          type,
          config: configFromLive(type, live, (kind, name) => found({ type: kind, id: name })),
          ...importedTags(live.config),
        } as Resource,
      ]
    })
    const alone = all.filter(({ type }) => type === 'Distribution')
    return {
      answered: { ...emptyDesign, resources: Object.fromEntries(alone.map(asAnswered)) },
      // What refers comes first, as people write it.
      document: { ...emptyDesign, resources: Object.fromEntries(resources) },
      gaps: this.gaps,
      physicalIds: Object.fromEntries(all.map(({ id, live }) => [id, live.physicalId])),
      live: all,
    }
  }
}

/**
 * Imports distributions with everything that they refer to, step by step, so that it can be shown and given up. What
 * several of them share is read once. A thing that may not be read is a gap, and its id stays as it is.
 */
export async function* importSites(
  drivers: Drivers,
  ids: readonly string[],
): AsyncGenerator<ImportProgress, Imported> {
  const importer = new Importer(drivers)
  const queue: Mention[] = ids.map((id) => ({ type: 'Distribution', id }))
  let count = 0
  for (let mention = queue.shift(); mention; mention = queue.shift()) {
    const one = await importer.visit(mention)
    if (!one) continue
    count += 1
    yield { type: one.type, physicalId: one.live.physicalId, count }
    queue.push(...mentionsIn(one.type, fromApi(one.type, withoutTags(one.live.config)).config))
    queue.push(...(await importer.belonging(one)))
  }
  return importer.result()
}

/** What a resource has to be made with and AWS never tells again, so that an import has not got it. */
export const untold = ({
  live,
}: Pick<Imported, 'live'>): readonly {
  readonly id: LogicalId
  readonly type: ResourceType
  readonly field: string
}[] =>
  live.flatMap(({ id, type, live: { config } }) => {
    const { required, deployment } = resourceKinds[type]
    const needed = [...(required?.fields ?? []), ...Object.keys(required?.within ?? {})]
    return (deployment?.writeOnly ?? [])
      .filter((field) => needed.includes(field) && config[field] === undefined)
      .map((field) => ({ id, type, field }))
  })
