/** The caches of a simulation as people see them: one list for each cache that there is. */
import type { TierName } from './cache.ts'
import type { CacheEntryView } from './simulation.ts'

export interface CachePlace {
  /** Both names where Origin Shield is the regional edge cache of its region, and so one cache. */
  readonly tiers: readonly TierName[]
  readonly place: string
  readonly entries: readonly PlacedEntry[]
}
export interface PlacedEntry extends CacheEntryView {
  readonly state: 'fresh' | 'expired' | 'error'
  /** Objects of the same path and query string here that differ in a header or cookie. */
  readonly variants: number
  /** What tells it from its variants: the lines of the key after the first. */
  readonly variant: string
}

const nearest: readonly TierName[] = ['edge', 'regional-edge-cache', 'origin-shield']

/** The key's first line is path and query; headers, codings and cookies follow. */
const variantOf = ({ key }: CacheEntryView): string =>
  key
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^;/, 'cookie '))
    .join(', ')

function placed(entries: readonly CacheEntryView[]): PlacedEntry[] {
  const address = ({ path, query }: CacheEntryView) => `${path}?${query}`
  const counts = new Map<string, number>()
  for (const entry of entries) counts.set(address(entry), (counts.get(address(entry)) ?? 0) + 1)
  return entries.map((entry) => ({
    ...entry,
    state: entry.ttlLeft <= 0 ? 'expired' : entry.status >= 400 ? 'error' : 'fresh',
    variants: counts.get(address(entry)) ?? 1,
    variant: variantOf(entry),
  }))
}

/** The caches that hold something, the viewer's side first. An Origin Shield is listed with the regional cache that it is. */
export function cachePlaces(views: readonly CacheEntryView[]): CachePlace[] {
  const byPlace = new Map<string, { tiers: TierName[]; place: string; entries: CacheEntryView[] }>()
  for (const view of views) {
    const id = `${view.tier === 'edge' ? 'edge' : 'region'} ${view.place}`
    const place = byPlace.get(id) ?? { tiers: [], place: view.place, entries: [] }
    byPlace.set(id, place)
    if (!place.tiers.includes(view.tier)) place.tiers.push(view.tier)
    if (!place.entries.some(({ key }) => key === view.key)) place.entries.push(view)
  }
  return [...byPlace.values()]
    .map(({ tiers, place, entries }) => ({ tiers, place, entries: placed(entries) }))
    .sort((a, b) => nearest.indexOf(a.tiers[0] ?? 'edge') - nearest.indexOf(b.tiers[0] ?? 'edge'))
}

/** Objects in all caches, one that stands in two of them counted twice, and Origin Shield and its regional cache as one. */
export const objectCount = (places: readonly CachePlace[]): number =>
  places.reduce((count, { entries }) => count + entries.length, 0)
