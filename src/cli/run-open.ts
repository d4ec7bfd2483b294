/** Sources, origins and facts, made into a local CDN: for the command and for tests of others alike. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { AccountFacts } from '#core/model/account.ts'
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { LocalCdn, type Served } from '#local/local-cdn.ts'
import type { Recorder } from '#local/record/recorder.ts'
import type { Told } from '#local/story.ts'
import { parseViewer } from '#local/viewer/viewer.ts'
import { accountFacts, hostNames, keyValueStores, originTargets } from './run-targets.ts'
import { createSandbox } from './sandbox.ts'
import { chosenDistributions, failureLines, openSource } from './source.ts'

export interface OpenOptions {
  /** `ID` to a URL, a folder or a scenario. */
  readonly origin: Readonly<Record<string, string>>
  readonly host: readonly string[]
  readonly viewer: readonly string[]
  readonly kvs?: string
  readonly account?: string
  readonly verifyOac: boolean
  /** Megabytes. */
  readonly cacheSize?: number
  readonly distribution?: string
  readonly parameters: Readonly<Record<string, string>>
}

/** How the CDN is watched, and what its clock does. */
export interface RunSettings {
  readonly onTold?: (told: Told) => void
  readonly standsAt?: number
  readonly recording?: Recorder
}

/** The distributions of all sources. */
export async function openSites(
  files: readonly string[],
  options: Pick<OpenOptions, 'parameters' | 'distribution'>,
): Promise<Result<Served[], string[]>> {
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
  if (served.length === 0) return failed(['There is no distribution in this source.'])
  return ok(live.length > 0 ? live : served)
}

const originNames = (served: readonly Served[]): string[] =>
  served.flatMap(({ document, id }) =>
    distributionsIn(document)
      .filter((distribution) => distribution.id === id)
      .flatMap((distribution) => originsOf(distribution).map(({ value }) => nameOf(value.Id))),
  )

/** What lives outside the designs: `--account`, and the keys of `--kvs`. */
export async function factsOf(
  { account, kvs }: Pick<OpenOptions, 'account' | 'kvs'>,
  documents: readonly DesignDocument[],
): Promise<Result<AccountFacts, string>> {
  const facts: Result<AccountFacts, string> = account === undefined ? ok({}) : await accountFacts(account)
  if (!facts.ok || kvs === undefined) return facts
  const stores = await keyValueStores(kvs, documents)
  if (!stores.ok) return stores
  return ok({ ...facts.value, keyValueStores: { ...facts.value.keyValueStores, ...stores.value } })
}

async function makeCdn(
  served: readonly Served[],
  options: OpenOptions,
  { onTold, standsAt, recording }: RunSettings,
): Promise<Result<LocalCdn, string>> {
  const documents = served.map(({ document }) => document)
  const targets = await originTargets(options.origin, originNames(served))
  if (!targets.ok) return targets
  const account = await factsOf(options, documents)
  if (!account.ok) return account
  const viewer = parseViewer(options.viewer.join(','))
  if (!viewer.ok) return failed(`--viewer: ${viewer.error}`)
  return ok(
    new LocalCdn({
      served,
      account: account.value,
      runner: createSandbox(),
      ownsRunner: true,
      origins: targets.value,
      scripts: Object.assign({}, ...documents.map(({ originScripts }) => originScripts)),
      viewer: viewer.value,
      hosts: hostNames(options.host),
      wantsSignature: options.verifyOac,
      ...(options.cacheSize !== undefined && { cacheBytes: options.cacheSize * 1024 * 1024 }),
      ...(onTold && { onTold }),
      ...(recording && { recording }),
      ...(standsAt !== undefined && { standsAt }),
    }),
  )
}

/** A CDN of these sources; fails with what to tell. */
export async function openCdn(
  files: readonly string[],
  options: OpenOptions,
  settings: RunSettings = {},
): Promise<Result<LocalCdn, string[]>> {
  const opened = await openSites(files, options)
  if (!opened.ok) return opened
  const made = await makeCdn(opened.value, options, settings)
  return made.ok ? made : failed([made.error])
}
