/** What `--origin`, `--kvs`, `--account` and `--host` of `frontage run` say. */
import { stat } from 'node:fs/promises'
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { AccountFacts } from '#core/model/account.ts'
import type { DesignDocument } from '#core/model/document.ts'
import type { OriginRule } from '#core/model/scenario.ts'
import { parseScenarios } from '#core/trace/scenario/scenario.ts'
import type { OriginTarget } from '#local/origins/table.ts'
import { readJson } from './json-file.ts'

type Stores = Readonly<Record<string, Readonly<Record<string, string>>>>

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRules = (value: unknown): value is readonly OriginRule[] => Array.isArray(value)

/** The rules for an origin: a list of them, or those of a scenario. */
async function scriptOf(id: string, file: string): Promise<Result<OriginTarget, string>> {
  const json = await readJson(file)
  if (!json.ok) return json
  const scenario = isRules(json.value) ? { name: '', steps: [], origins: { [id]: json.value } } : json.value
  const parsed = parseScenarios(scenario)
  if (!parsed.ok) return failed(`${file}: ${parsed.error.join(' ')}`)
  const rules = parsed.value.find(({ origins }) => origins?.[id])?.origins?.[id]
  return rules
    ? ok({ kind: 'script', rules })
    : failed(`${file}: no scenario in it has rules for the origin “${id}”.`)
}

async function targetOf(id: string, text: string): Promise<Result<OriginTarget, string>> {
  if (/^https?:\/\//i.test(text)) {
    if (!URL.canParse(text)) return failed(`--origin ${id}: “${text}” is no URL.`)
    const url = new URL(text)
    if (url.username !== '' || url.search !== '' || url.hash !== '')
      return failed(`--origin ${id}: the URL takes a host, a port and a path; “${text}” has more.`)
    return ok({ kind: 'url', url })
  }
  const stats = await stat(text).catch(() => null)
  if (stats?.isDirectory()) return ok({ kind: 'folder', folder: text })
  if (stats?.isFile()) return scriptOf(id, text)
  return failed(
    `--origin ${id}: “${text}” is neither a URL (http://…) nor a folder, nor a file with a scenario.`,
  )
}

/** Reads `ID=URL`, `ID=FOLDER` or `ID=SCENARIO`; `names` are the origins that the distributions have. */
export async function originTargets(
  given: Readonly<Record<string, string>>,
  names: readonly string[],
): Promise<Result<ReadonlyMap<string, OriginTarget>, string>> {
  const targets = new Map<string, OriginTarget>()
  for (const [id, text] of Object.entries(given)) {
    // A function may name a host of its own.
    if (!names.includes(id) && !id.includes('.'))
      return failed(
        `--origin ${id}: there is no such origin; there are ${names.map((name) => `“${name}”`).join(', ')}.`,
      )
    const target = await targetOf(id, text)
    if (!target.ok) return target
    targets.set(id, target.value)
  }
  return ok(targets)
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every((one) => typeof one === 'string')

const storeNames = (documents: readonly DesignDocument[]): string[] =>
  documents.flatMap(({ resources }) =>
    Object.entries(resources).flatMap(([id, { type }]) => (type === 'KeyValueStore' ? [id] : [])),
  )

/** The form in which a store is imported from a bucket: `{ "data": [{ "key", "value" }] }`. */
function imported(json: Record<string, unknown>): Readonly<Record<string, string>> | undefined {
  const { data } = json
  if (!Array.isArray(data) || !data.every(isRecord)) return undefined
  return Object.fromEntries(data.map(({ key, value }) => [String(key), String(value)]))
}

/** Contents of key value stores: by store, or for every store of the designs. */
export async function keyValueStores(
  file: string,
  documents: readonly DesignDocument[],
): Promise<Result<Stores, string>> {
  const json = await readJson(file)
  if (!json.ok) return json
  const { value } = json
  if (!isRecord(value)) return failed(`${file}: this is no object of keys and values.`)
  const pairs = imported(value) ?? (isTexts(value) ? value : undefined)
  if (pairs) return ok(Object.fromEntries(storeNames(documents).map((name) => [name, pairs])))
  const stores = Object.entries(value).map(([name, store]) => [
    name,
    isRecord(store) ? (imported(store) ?? store) : store,
  ])
  const wrong = stores.find(([, store]) => !isTexts(store))
  return wrong
    ? failed(`${file}: “${wrong[0]}” is no store; write {"store":{"key":"value"}}, values as text.`)
    : ok(Object.fromEntries(stores))
}

/** What lives outside the template, as a scenario's “account” says it. */
export async function accountFacts(file: string): Promise<Result<AccountFacts, string>> {
  const json = await readJson(file)
  if (!json.ok) return json
  const parsed = parseScenarios({ name: '', steps: [], account: json.value })
  return parsed.ok ? ok(parsed.value[0]?.account ?? {}) : failed(`${file}: ${parsed.error.join(' ')}`)
}

/** `--host NAME`, or `NAME=DISTRIBUTION` where there are several. */
export const hostNames = (given: readonly string[]): ReadonlyMap<string, string | null> =>
  new Map(
    given.map((text) => {
      const equals = text.indexOf('=')
      return equals < 0
        ? [text.toLowerCase(), null]
        : [text.slice(0, equals).toLowerCase(), text.slice(equals + 1)]
    }),
  )
