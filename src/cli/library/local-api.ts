/** What `import { createLocalCdn } from '@frontage-cdn/frontage'` gives; the declarations have to stand alone. */

export type OriginFault =
  | 'connect-timeout'
  | 'connection-refused'
  | 'response-timeout'
  | 'tls'
  | 'dns'
  | 'connection-reset'

export interface Viewer {
  readonly ip?: string
  readonly country?: string
  readonly pop?: string
  readonly httpVersion?: '1.0' | '1.1' | '2' | '3'
}

export interface LocalCdnSettings {
  /** Templates, Terraform folders, designs: whatever `frontage check` reads. */
  readonly source: string | readonly string[]
  /** By an origin's Id: a URL, a folder or a scenario file. */
  readonly origins?: Readonly<Record<string, string>>
  /** 0, or nothing: a free port. */
  readonly port?: number
  readonly adminPort?: number
  /** HTTPS and HTTP/2 too, with a certificate of one's own as PEM. */
  readonly certificate?: { readonly cert: string; readonly key: string }
  readonly hosts?: readonly string[]
  readonly viewer?: Viewer
  /** Files, as the options of the command take them. */
  readonly kvs?: string
  readonly account?: string
  readonly distribution?: string
  readonly parameters?: Readonly<Record<string, string>>
  /** Folders refuse what an origin access control has not signed. */
  readonly verifyOac?: boolean
  /** Megabytes that the caches may hold. */
  readonly cacheSize?: number
  /** Where the clock of the caches stands (ISO 8601) until `advance` moves it; the machine's time where absent. */
  readonly now?: string
}

/** One request's result, as `frontage test --format json` has it. */
export interface RequestResult {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string
  readonly behavior: string | null
  readonly xCache: string | null
  readonly resultType: string
  readonly servedBy: string
  readonly ttl: number | null
  readonly [field: string]: unknown
}

export interface ExplainOptions {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly viewer?: Viewer
}

export interface LocalCdn {
  /** `http://127.0.0.1:PORT`, or `https://…` with a certificate. */
  readonly url: string
  readonly admin: string
  readonly distributions: readonly string[]
  /** Serves one request really, and tells its story. */
  explain(path: string, options?: ExplainOptions): Promise<RequestResult>
  /** Resolves with how many objects went. */
  invalidate(paths: readonly string[]): Promise<number>
  /** Moves the clock on, by seconds. */
  advance(seconds: number): Promise<void>
  evict(tier: 'edge' | 'regional-edge-cache' | 'origin-shield', pop?: string): Promise<number>
  setViewer(viewer: Viewer): Promise<void>
  /** Lets an origin fail; `null` lets it be again. */
  failOrigin(origin: string, error: OriginFault | null): Promise<void>
  close(): Promise<void>
}

/** Starts the distributions of a source on this machine. Rejects with sentences that say what is wrong. */
export declare function createLocalCdn(settings: LocalCdnSettings): Promise<LocalCdn>
