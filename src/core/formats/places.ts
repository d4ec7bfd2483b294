import type { Site } from './tree.ts'

/** Places of values that were computed from a tree, by their containers. */
export class Places {
  private readonly sites = new WeakMap<object, Map<string | number, Site>>()

  at(container: object, key: string | number): Site | undefined {
    return this.sites.get(container)?.get(key)
  }

  put(container: object, key: string | number, site: Site | undefined): void {
    if (!site) return
    const known = this.sites.get(container) ?? new Map<string | number, Site>()
    known.set(key, site)
    this.sites.set(container, known)
  }
}
