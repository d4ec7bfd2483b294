/** `frontage run --watch`: a source that is saved takes the place of what it was, and the caches stay. */
import { type FSWatcher, watch } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { AccountFacts } from '#core/model/account.ts'
import { sideOf } from '#core/review/side.ts'
import { reviewSite } from '#core/review/site-review.ts'
import type { LocalCdn, Served } from '#local/local-cdn.ts'
import { factsOf, type OpenOptions, openSites } from './run-open.ts'
import { tell } from './status.ts'

/** Milliseconds: editors save in several steps. */
const settling = 80

/** What changed for viewers, in the words of a review: for every path, then by classes of paths. */
export function changesBetween(before: readonly Served[], after: readonly Served[]): string[] {
  return after.flatMap(({ document, id }) => {
    const known = before.find((one) => one.id === id)
    if (!known) return [`The distribution “${id}” is new.`]
    const { distribution, routing } = reviewSite(sideOf(known.document, id), sideOf(document, id))
    return [
      ...distribution.map(({ text }) => text),
      ...routing.flatMap(({ paths, changes }) => changes.map(({ text }) => `${paths}: ${text}`)),
    ]
  })
}

type Stores = NonNullable<AccountFacts['keyValueStores']>

/** Which keys came, changed and went; the values may be nobody's business. */
export function storeChanges(before: Stores = {}, after: Stores = {}): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((store) => {
    const [old, current] = [before[store] ?? {}, after[store] ?? {}]
    const keys = [...new Set([...Object.keys(old), ...Object.keys(current)])]
    const words = keys.flatMap((key) => {
      if (old[key] === current[key]) return []
      if (old[key] === undefined) return [`“${key}” is new`]
      return [current[key] === undefined ? `“${key}” is gone` : `“${key}” has another value`]
    })
    return words.length > 0 ? [`The key value store “${store}”: ${words.join(', ')}.`] : []
  })
}

async function reload(cdn: LocalCdn, files: readonly string[], options: OpenOptions): Promise<void> {
  const opened = await openSites(files, options)
  if (!opened.ok) {
    for (const line of opened.error) tell(`${line} The last good design goes on.`)
    return
  }
  const facts = await factsOf(
    options,
    opened.value.map(({ document }) => document),
  )
  if (!facts.ok) {
    tell(`${facts.error} The last good one goes on.`)
    return
  }
  const changes = [
    ...changesBetween(cdn.sites, opened.value),
    ...storeChanges(cdn.account.keyValueStores, facts.value.keyValueStores),
  ]
  cdn.replace(opened.value, facts.value)
  for (const change of changes) tell(`  changed: ${change}`)
  if (changes.length > 0)
    tell(`  The caches keep what they have (${cdn.store.count} objects), each under its key.`)
}

/** Follows the files and folders; the folder is watched, since editors put a new file in the old one's place. */
export function watchSources(cdn: LocalCdn, files: readonly string[], options: OpenOptions): () => void {
  const { kvs = [], account = [] } = options
  const folders = new Set(
    [files, kvs, account]
      .flat()
      .filter((file) => file !== '-')
      .flatMap((file) => [resolve(file), dirname(resolve(file))]),
  )
  let timer: NodeJS.Timeout | undefined
  let last = Promise.resolve()
  const saved = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      // One after the other: the last save wins.
      last = last.then(() => reload(cdn, files, options))
    }, settling)
  }
  const watchers = [...folders].flatMap((folder): FSWatcher[] => {
    try {
      return [watch(folder, saved).on('error', () => {})]
    } catch {
      return []
    }
  })
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
