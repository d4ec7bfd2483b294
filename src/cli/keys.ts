/** `frontage keys`: what a key value store holds, and making it what a file holds. */
import { isAmazons } from '#aws/caller.ts'
import { type StoredKeys, storedKeys } from '#aws/stored-keys.ts'
import { failed, type Result } from '#core/ground/result.ts'
import { DriverFailure } from '#core/plan/driver.ts'
import {
  type KeyChanges,
  keyChanges,
  type Pairs,
  pairsFile,
  parsePairs,
  updatesOf,
} from '#core/plan/stored-keys.ts'
import { readJson } from './json-file.ts'
import { type AccountOptions, clientOf } from './reach.ts'
import { exitStatus, print, tell } from './status.ts'

export interface KeysOptions extends AccountOptions {
  readonly from?: string
  readonly prune: boolean
  readonly yes: boolean
  readonly format: 'text' | 'json'
}
type Store = ReturnType<typeof storedKeys>

async function wantedFrom(file: string): Promise<Result<Pairs, string>> {
  const json = await readJson(file)
  if (!json.ok) return json
  const pairs = parsePairs(json.value)
  return pairs.ok ? pairs : failed(`${file}: ${pairs.error}`)
}

/** Values stay out of the list of changes: it is read in logs of pipelines. */
const lines = ({ puts, deletes }: KeyChanges): readonly string[] => [
  ...puts.map(({ key, before }) => `${before === undefined ? '+ add    ' : '~ change '} ${key}`),
  ...deletes.map((key) => `- remove  ${key}`),
]
const report = ({ puts, deletes }: KeyChanges, done: boolean) => ({
  added: puts.filter(({ before }) => before === undefined).map(({ key }) => key),
  changed: puts.filter(({ before }) => before !== undefined).map(({ key }) => key),
  removed: deletes,
  done,
})

async function printed({ pairs }: StoredKeys, format: KeysOptions['format']): Promise<number> {
  const text =
    format === 'json' ? pairsFile(pairs).trimEnd() : [...pairs].map((pair) => pair.join('\t')).join('\n')
  await print(text)
  return exitStatus.ok
}

async function changed(
  store: Store,
  arn: string,
  { pairs, etag }: StoredKeys,
  wanted: Pairs,
  { prune, yes, format }: KeysOptions,
): Promise<number> {
  const changes = keyChanges(pairs, wanted, prune)
  const count = changes.puts.length + changes.deletes.length
  const isDone = yes || count === 0
  const said = count === 0 ? 'Nothing to change.' : lines(changes).join('\n')
  await print(format === 'json' ? JSON.stringify(report(changes, isDone), null, 2) : said)
  if (!isDone) {
    tell('Functions read the new values within seconds; add --yes to change them.')
    return exitStatus.wrong
  }
  let tag = etag
  for (const [index, update] of updatesOf(changes).entries()) {
    tag = await store.update(arn, tag, update).catch((error: unknown) => {
      if (index > 0) tell(`The first ${index} updates are made; run this again for the rest.`)
      throw error
    })
  }
  return exitStatus.ok
}

export async function keys(name: string, options: KeysOptions): Promise<number> {
  const client = clientOf(options)
  const wanted = options.from === undefined ? undefined : await wantedFrom(options.from)
  const fault = client.ok ? (wanted?.ok === false ? wanted.error : undefined) : client.error
  if (!client.ok || fault !== undefined) {
    tell(fault ?? '')
    return exitStatus.unreadable
  }
  const { endpointUrl } = options
  const endpoint = endpointUrl === undefined || isAmazons(endpointUrl) ? undefined : endpointUrl
  const store = storedKeys(client.value, { credentials: client.value.config.credentials, endpoint })
  try {
    const arn = await store.arnOf(name)
    const stored = await store.read(arn)
    return wanted?.ok
      ? await changed(store, arn, stored, wanted.value, options)
      : await printed(stored, options.format)
  } catch (error) {
    if (!(error instanceof DriverFailure)) throw error
    tell(error.message)
    return exitStatus.unreadable
  }
}
