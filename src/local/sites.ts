/** Which distribution a host names. */
import type { Site } from './site.ts'

export interface Chosen {
  readonly site: Site
  /** As the engine is asked for it. */
  readonly host: string
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/.test(host)

/** Without its port, lower case. */
export const bareHost = (authority: string): string => authority.toLowerCase().replace(/\.?(:\d+)?$/, '')

/** A mapping of host names, such as one to try a wildcard alias or a tenant by. */
export type HostNames = ReadonlyMap<string, string | null>

/** The alias that says most wins over all distributions. */
function byAlias(sites: readonly Site[], host: string): Site | undefined {
  let best: { readonly site: Site; readonly name: string } | undefined
  for (const site of sites) {
    const name = site.answersTo(host)
    if (name === undefined) continue
    if (name === host) return site
    if (!best || name.length > best.name.length) best = { site, name }
  }
  return best?.site
}

/**
 * The distribution by its alias or a tenant's domain, by `<id>.localhost`, by a name that was given, else the first: that one
 * refuses a host that is none of its own, as CloudFront does.
 */
export function chooseSite(sites: readonly Site[], names: HostNames, authority: string): Chosen | undefined {
  const [first] = sites
  if (!first) return undefined
  const host = bareHost(authority)
  const aliased = byAlias(sites, host)
  if (aliased) return { site: aliased, host }
  const local = sites.find(({ localName }) => localName === host)
  if (local) return { site: local, host: local.ownHost }
  if (names.has(host)) {
    const wanted = names.get(host)
    const site = sites.find(({ id }) => id === wanted) ?? first
    return { site, host: site.ownHost }
  }
  return { site: first, host: host === '' || isLoopback(host) ? first.ownHost : host }
}
