/** The distributions of a design on this machine: what is shared by its servers, its admin port and its tests. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import type { AccountFacts } from '#core/model/account.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import type { ScriptedOrigins, Viewer } from '#core/model/scenario.ts'
import { CacheNetwork } from '#core/trace/engine/cache.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'
import { Clock } from './clock.ts'
import { settingsBehind } from './origins/bucket-settings.ts'
import { OriginTable, type OriginTarget } from './origins/table.ts'
import type { Recorder } from './record/recorder.ts'
import type { Served as Answered } from './serve.ts'
import { Site } from './site.ts'
import { type Chosen, chooseSite, type HostNames } from './sites.ts'
import { ObjectStore } from './store.ts'
import { Attention, Stories, type Told } from './story.ts'

/** A distribution of one of the designs. */
export interface Served {
  readonly document: DesignDocument
  readonly id: LogicalId
}

export interface LocalCdnOptions {
  readonly served: readonly Served[]
  readonly account?: AccountFacts
  /** What its functions run in; `ownsRunner` frees it with the CDN, since an idle sandbox keeps a process from ending. */
  readonly runner: FunctionRunner
  readonly ownsRunner?: boolean
  readonly functionResults?: Readonly<Record<string, Json>>
  readonly origins: ReadonlyMap<string, OriginTarget>
  readonly scripts?: ScriptedOrigins
  readonly viewer?: Viewer
  readonly hosts?: HostNames
  /** The folder origins refuse what CloudFront has not signed. */
  readonly wantsSignature?: boolean
  /** Milliseconds at which the clock stands; the machine's time where absent. */
  readonly standsAt?: number
  /** Of request ids and chance; another one each time where absent. */
  readonly seed?: number
  /** Bytes that the caches may hold. */
  readonly cacheBytes?: number
  /** How many stories are kept; 0 tells none but those that are asked for. */
  readonly stories?: number
  readonly onTold?: (told: Told) => void
  readonly recording?: Recorder
}

const manyHosts = 1000
const usualCacheBytes = 256 * 1024 * 1024

export class LocalCdn {
  readonly clock: Clock
  readonly store: ObjectStore
  readonly origins: OriginTable
  readonly stories: Stories
  readonly hosts: HostNames
  viewer: Viewer
  sites: readonly Site[]
  /** Paths invalidated so far: the first thousand of a month cost nothing. */
  pathsUsed = 0
  private readonly options: LocalCdnOptions
  account: AccountFacts
  private requests = 0
  private readonly chosen = new Map<string, Chosen>()
  private readonly attention = new Attention()

  constructor(options: LocalCdnOptions) {
    this.options = options
    const { cacheBytes = usualCacheBytes, account = {} } = options
    this.account = account
    this.clock = new Clock(options.standsAt ?? null)
    this.store = new ObjectStore({ bytes: cacheBytes, objectBytes: Math.ceil(cacheBytes / 4) })
    this.origins = new OriginTable({
      targets: options.origins,
      scripts: options.scripts ?? {},
      wantsSignature: options.wantsSignature === true,
      ...(options.recording && { recording: options.recording }),
      settingsOf: (origin) => settingsBehind(this.documents, origin),
    })
    this.stories = new Stories(options.stories ?? 200)
    this.hosts = options.hosts ?? new Map()
    this.viewer = options.viewer ?? {}
    this.sites = this.makeSites(options.served, new Map())
  }

  private makeSites(served: readonly Served[], before: ReadonlyMap<string, CacheNetwork>): Site[] {
    const { account } = this
    const { runner, functionResults = {} } = this.options
    const { seed = Date.now() % 2_147_483_647 } = this.options
    return served.map(
      ({ document, id }) =>
        new Site({
          document,
          id,
          account,
          runner,
          functionResults,
          caches: before.get(id) ?? new CacheNetwork(() => this.store.place()),
          now: this.clock.now,
          seed,
        }),
    )
  }

  /** Goes on with changed designs and what lives outside them; the caches stay, as they do when CloudFront deploys a change. */
  replace(served: readonly Served[], account = this.account): void {
    this.account = account
    const caches = new Map(this.sites.map(({ id, engine }) => [id, engine.caches]))
    this.sites = this.makeSites(served, caches)
    this.chosen.clear()
    this.origins.forgetSettings()
  }

  private get documents(): DesignDocument[] {
    return this.sites.map(({ document }) => document)
  }

  /** Whether the story of a request that comes now is told. */
  get isAttentive(): boolean {
    if (this.options.recording) return true
    return this.options.stories !== 0 && this.attention.takes(Date.now())
  }

  /** Ids of the origins that the distributions have. */
  get originNames(): string[] {
    return [...new Set(this.sites.flatMap(({ distribution }) => [...distribution.origins.keys()]))]
  }

  knowsOrigin(name: string): boolean {
    return this.options.origins.has(name) || this.originNames.includes(name)
  }

  /** The distribution that a host names; a few hosts come again and again. */
  choose(authority: string): Chosen | undefined {
    const known = this.chosen.get(authority)
    if (known) return known
    const chosen = chooseSite(this.sites, this.hosts, authority)
    if (this.chosen.size >= manyHosts) this.chosen.clear()
    if (chosen) this.chosen.set(authority, chosen)
    return chosen
  }

  nextId(): string {
    this.requests += 1
    return this.requests.toString(36).padStart(6, '0')
  }

  tell(
    id: string,
    distribution: LogicalId,
    request: EngineRequest,
    served: Pick<Answered, 'result' | 'exchange'>,
  ): void {
    const told: Told = {
      id,
      distribution,
      request,
      at: this.clock.now,
      get result() {
        return served.result
      },
      get answer() {
        return served.exchange?.response ?? null
      },
    }
    this.stories.add(told)
    this.options.recording?.request(told)
    this.options.onTold?.(told)
  }

  /** Told by whoever removes objects. */
  noteInvalidation(paths: readonly string[]): void {
    this.options.recording?.invalidation(paths)
  }

  close(): void {
    this.origins.close()
    if (this.options.ownsRunner === true) this.options.runner.dispose()
  }
}
