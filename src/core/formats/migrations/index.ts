/** Steps from one version of the design file to the next; each is pure, `up` only, and keeps an old file as fixture. */
import type { TreeMap } from '#core/formats/tree.ts'

interface Migration {
  readonly to: number
  readonly up: (design: TreeMap) => TreeMap
}
const migrations: readonly Migration[] = []

/** The version that this code writes. */
export const newestVersion = 1

/** A design of any known version in the newest one. */
export const migrate = (design: TreeMap): TreeMap =>
  migrations
    .filter(({ to }) => to > Number(design['formatVersion']))
    .reduce((older, { up }) => up(older), design)
