/** `frontage run`: the distributions of sources on this machine. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { AccountFacts } from '#core/model/account.ts'
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { startAdmin } from '#local/admin/server.ts'
import type { Certificate } from '#local/certificates.ts'
import { LocalCdn, type Served } from '#local/local-cdn.ts'
import { startSecure } from '#local/viewer/secure.ts'
import {
  type PlainServerOptions,
  type RunningServer,
  startPlain,
  usualLimits,
} from '#local/viewer/servers.ts'
import { parseViewer } from '#local/viewer/viewer.ts'
import { certificateOf } from './run-certificate.ts'
import { accountFacts, hostNames, keyValueStores, originTargets } from './run-targets.ts'
import { requestLine } from './run-text.ts'
import { createSandbox } from './sandbox.ts'
import { chosenDistributions, failureLines, openSource } from './source.ts'
import { exitStatus, print, tell } from './status.ts'
import { errorCode } from './system.ts'

export interface RunOptions {
  readonly origin: Readonly<Record<string, string>>
  readonly port?: number
  readonly adminPort?: number
  readonly listen?: string
  readonly https: boolean
  readonly cert?: string
  readonly key?: string
  readonly host: readonly string[]
  readonly viewer: readonly string[]
  readonly kvs?: string
  readonly account?: string
  readonly verifyOac: boolean
  readonly cacheSize?: number
  readonly format: 'text' | 'json'
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
}

const usualPort = 8080
const usualAdminPort = 8081

/** The distributions of all sources. */
async function openSites(files: readonly string[], options: RunOptions): Promise<Result<Served[], string[]>> {
  const served: Served[] = []
  for (const file of files) {
    const opened = await openSource(file, options.parameters)
    if (!opened.ok) return failed(failureLines(opened.error))
    const { document } = opened.value
    const chosen = chosenDistributions(document, options.distribution)
    if (!chosen.ok) return failed([`${file}: ${chosen.error}`])
    served.push(...chosen.value.map((id) => ({ document, id })))
  }
  // A staging distribution serves behind its primary one.
  const live = served.filter(({ document, id }) => {
    const resource = document.resources[id]
    return resource?.type !== 'Distribution' || resource.config.Staging !== true
  })
  return served.length === 0
    ? failed(['There is no distribution in this source.'])
    : ok(live.length > 0 ? live : served)
}

const originNames = (served: readonly Served[]): string[] =>
  served.flatMap(({ document, id }) =>
    distributionsIn(document)
      .filter((distribution) => distribution.id === id)
      .flatMap((distribution) => originsOf(distribution).map(({ value }) => nameOf(value.Id))),
  )

async function factsOf(
  { account, kvs }: RunOptions,
  documents: readonly DesignDocument[],
): Promise<Result<AccountFacts, string>> {
  const facts: Result<AccountFacts, string> = account === undefined ? ok({}) : await accountFacts(account)
  if (!facts.ok || kvs === undefined) return facts
  const stores = await keyValueStores(kvs, documents)
  if (!stores.ok) return stores
  return ok({ ...facts.value, keyValueStores: { ...facts.value.keyValueStores, ...stores.value } })
}

async function makeCdn(served: readonly Served[], options: RunOptions): Promise<Result<LocalCdn, string>> {
  const documents = served.map(({ document }) => document)
  const targets = await originTargets(options.origin, originNames(served))
  if (!targets.ok) return targets
  const account = await factsOf(options, documents)
  if (!account.ok) return account
  const viewer = parseViewer(options.viewer.join(','))
  if (!viewer.ok) return failed(`--viewer: ${viewer.error}`)
  const isText = options.format === 'text'
  return ok(
    new LocalCdn({
      served,
      account: account.value,
      runner: createSandbox(),
      origins: targets.value,
      scripts: Object.assign({}, ...documents.map(({ originScripts }) => originScripts)),
      viewer: viewer.value,
      hosts: hostNames(options.host),
      wantsSignature: options.verifyOac,
      ...(options.cacheSize !== undefined && { cacheBytes: options.cacheSize * 1024 * 1024 }),
      ...(isText && { onTold: (told) => void print(requestLine(told)) }),
    }),
  )
}

/** The port that was asked for; where none was, the usual one, or any that is free. */
async function onPort(
  wanted: number | undefined,
  usual: number,
  start: (port: number) => Promise<RunningServer>,
): Promise<RunningServer> {
  if (wanted !== undefined) return start(wanted)
  try {
    return await start(usual)
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error
    return start(0)
  }
}

const onFault = (error: unknown): void =>
  tell(`A fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)

const hostText = (address: string) => (address.includes(':') ? `[${address}]` : address)

async function greet(cdn: LocalCdn, url: string, admin: string, options: RunOptions): Promise<void> {
  const distributions = cdn.sites.map(({ id }) => id)
  if (options.format === 'json') {
    await print(JSON.stringify({ url, admin, distributions }))
    return
  }
  const names = distributions.map((id) => `“${id}”`).join(', ')
  const lines = cdn.originNames.map(
    (name) => `  origin ${name} → ${options.origin[name] ?? 'nothing: 502 (say where it is with --origin)'}`,
  )
  await print([`${names} at ${url}, orders at ${admin}`, ...lines].join('\n'))
}

const start = (cdn: LocalCdn, options: PlainServerOptions, certificate: Certificate | undefined) =>
  certificate ? startSecure(cdn, { ...options, certificate }) : startPlain(cdn, options)

/** Serves until the process is told to end. */
export async function run(files: readonly string[], options: RunOptions): Promise<number> {
  const opened = await openSites(files, options)
  if (!opened.ok) {
    for (const line of opened.error) tell(line)
    return exitStatus.unreadable
  }
  const made = await makeCdn(opened.value, options)
  if (!made.ok) {
    tell(made.error)
    return exitStatus.unreadable
  }
  const cdn = made.value
  const address = options.listen ?? '127.0.0.1'
  const certificate = await certificateOf(cdn, address, options)
  if (!certificate.ok) {
    tell(certificate.error)
    return exitStatus.unreadable
  }
  const server = await onPort(options.port, usualPort, (port) =>
    start(cdn, { port, address, limits: usualLimits, onFault }, certificate.value),
  )
  const admin = await onPort(options.adminPort, usualAdminPort, (port) => startAdmin(cdn, port, onFault))
  const scheme = certificate.value ? 'https' : 'http'
  await greet(
    cdn,
    `${scheme}://${hostText(address)}:${server.port}`,
    `http://127.0.0.1:${admin.port}`,
    options,
  )
  await new Promise<void>((done) => {
    process.once('SIGINT', done)
    process.once('SIGTERM', done)
  })
  await Promise.all([server.close(), admin.close()])
  cdn.close()
  return exitStatus.ok
}
