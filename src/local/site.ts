/** One distribution of the design, serving. */
import type { FunctionRunner } from '#core/edge/runner.ts'
import { normalizePath } from '#core/http/url.ts'
import type { AccountFacts } from '#core/model/account.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import { compileOnce } from '#core/trace/compile/compile-once.ts'
import type { CompiledBehavior, CompiledDistribution } from '#core/trace/compile/compiled.ts'
import type { CacheNetwork } from '#core/trace/engine/cache.ts'
import { Engine } from '#core/trace/engine/engine.ts'
import type { OriginPort } from '#core/trace/engine/exchange.ts'
import { answersTo } from '#core/trace/engine/host.ts'
import type { EngineRequest } from '#core/trace/message/message.ts'

export interface SiteOptions {
  readonly document: DesignDocument
  readonly account: AccountFacts
  readonly id: LogicalId
  readonly runner: FunctionRunner
  readonly functionResults: Readonly<Record<string, Json>>
  readonly caches: CacheNetwork
  readonly now: number
  /** Of request ids and chance. */
  readonly seed: number
}

const noOrigins: OriginPort = {
  send() {
    throw new Error('Every request brings its own origins.')
  },
}

/** Whether a behavior looks into what the viewer sends, so that it has to be held. */
function looksIntoBody({ functions, encryption, target }: CompiledBehavior): boolean {
  return (
    encryption !== null ||
    Object.values(functions).some((fn) => fn.includeBody) ||
    target.origins.some(({ kind, access }) => kind === 'lambda-url' && access.kind === 'oac')
  )
}

const looksAtAll = ({ webAcl, behaviors, staging, tenants }: CompiledDistribution): boolean =>
  webAcl !== null ||
  behaviors.some(looksIntoBody) ||
  (staging !== null && looksAtAll(staging.distribution)) ||
  (tenants ?? []).some(({ distribution }) => looksAtAll(distribution))

export class Site {
  readonly id: LogicalId
  readonly document: DesignDocument
  readonly distribution: CompiledDistribution
  readonly engine: Engine
  /** Host names besides those of the design. */
  readonly localName: string
  private readonly looksIntoBodies: boolean

  constructor({ document, account, id, runner, functionResults, caches, now, seed }: SiteOptions) {
    this.id = id
    this.document = document
    this.distribution = compileOnce(document, id, account)
    this.looksIntoBodies = looksAtAll(this.distribution)
    this.localName = `${id.toLowerCase()}.localhost`
    this.engine = new Engine({
      distribution: this.distribution,
      origins: noOrigins,
      runner,
      functionResults,
      caches,
      now,
      seed,
    })
  }

  /** The name of the distribution or of a tenant of it that answers to a host; undefined where none does. */
  answersTo(host: string): string | undefined {
    const { aliases, tenants } = this.distribution
    return answersTo([...aliases, ...(tenants ?? []).flatMap(({ domains }) => domains)], host)
  }

  /** The host that the engine is asked for where the viewer's is one of this machine. */
  get ownHost(): string {
    return this.distribution.tenants?.[0]?.domains[0] ?? this.distribution.domainName
  }

  /** Whether a request goes to its origin as gRPC; the engine says the same of the exchange. */
  isGrpc({ method, path, headers, viewer }: EngineRequest): boolean {
    if (method !== 'POST' || viewer.httpVersion !== '2') return false
    const type = headers.first('content-type') ?? ''
    return (
      /^application\/grpc(\+|;|$)/.test(type) && this.distribution.chooseBehavior(normalizePath(path)).grpc
    )
  }

  /** Whether a request's body has to be held before anything is decided. */
  holdsBody(path: string): boolean {
    if (!this.looksIntoBodies) return false
    const { webAcl, tenants, staging, chooseBehavior } = this.distribution
    return webAcl !== null || tenants !== null || staging !== null || looksIntoBody(chooseBehavior(path))
  }
}
