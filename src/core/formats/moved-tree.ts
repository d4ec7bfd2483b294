/** The tree of a text whose parts were read at different times; its nodes are parsed once something asks for them. */
import type { Node } from 'yaml'
import { Places } from './places.ts'
import type { Part, Parts } from './text-parts.ts'
import type { ReadSite, Site, TextTree, Tree, TreeMap } from './tree.ts'
import type { Frame } from './tree-reader.ts'
import { positionsIn } from './yaml-parse.ts'

/** From where on offsets of a parse have moved by how much. */
interface Shifts {
  readonly from: number[]
  readonly by: number[]
}

function* leaves(parts: readonly Part[]): Generator<Part> {
  for (const part of parts) {
    yield part
    if (part.inner) yield* leaves(part.inner.parts)
  }
}

function shiftsOf(parts: readonly Part[]): ReadonlyMap<Frame, Shifts> {
  const all = new Map<Frame, Shifts>()
  for (const { frame, line, shift } of leaves(parts)) {
    const known = all.get(frame) ?? { from: [], by: [] }
    all.set(frame, known)
    known.from.push(line - shift)
    known.by.push(shift)
  }
  return all
}

/** Where an offset of a parse is now: it moved with the last part that began before it. */
function movedOffset({ from, by }: Shifts, offset: number): number {
  let [low, high] = [0, from.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((from[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return offset + (by[low - 1] ?? 0)
}

const isContainer = (tree: Tree | undefined): tree is Tree[] | TreeMap =>
  typeof tree === 'object' && tree !== null

/** The containers of one tree by those of another that is equal. */
function twinsOf(one: Tree, other: Tree): ReadonlyMap<object, object> {
  const twins = new Map<object, object>()
  const walk = (mine: Tree | undefined, theirs: Tree | undefined): void => {
    if (!isContainer(mine) || !isContainer(theirs) || twins.has(mine)) return
    twins.set(mine, theirs)
    const [own, others] = [Object.entries(mine), Object.values(theirs)]
    for (const [index, [, child]] of own.entries()) walk(child, others[index])
  }
  walk(one, other)
  return twins
}

/** A place of which the offset is known; its nodes are those of the whole text. */
class MovedSite implements Site {
  readonly start: number | undefined
  readonly mark: unknown
  readonly shared: boolean
  private readonly nodes: () => Site | undefined

  constructor(start: number | undefined, site: ReadSite, nodes: () => Site | undefined) {
    this.start = start
    this.mark = site.value
    this.shared = site.shared
    this.nodes = nodes
  }
  private get whole(): Site {
    const found = this.nodes()
    if (!found) throw new Error('A place of a part is not in the whole text.')
    return found
  }
  get key(): Node | undefined {
    return this.whole.key
  }
  get value(): Node {
    return this.whole.value
  }
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** `read` reads the same text as a whole. */
export function movedTree(parts: Parts, read: () => TextTree): TextTree {
  const shifts = shiftsOf(parts.parts)
  const placed = new Places()
  const starts = new WeakMap<object, number>()
  const whole = once(read)
  const twins = once(() => twinsOf(root, whole().root))
  const twinOf = (container: object) => twins().get(container)
  const siteFor = (container: object, key: string | number, site: ReadSite, frame: Frame): Site => {
    const offset = (site.key ?? site.value).range?.[0]
    const moves = shifts.get(frame)
    const start = offset === undefined || !moves ? undefined : movedOffset(moves, offset)
    return new MovedSite(start, site, () => {
      const twin = twinOf(container)
      return twin && whole().siteOf(twin, key)
    })
  }
  const mapOf = (start: number, list: readonly Part[]): TreeMap => {
    const map: TreeMap = {}
    starts.set(map, start)
    for (const { name, value, inner, site, frame } of list) {
      map[name] = inner ? mapOf(inner.start, inner.parts) : value
      placed.put(map, name, siteFor(map, name, site, frame))
    }
    return map
  }
  const root = mapOf(parts.start, parts.parts)
  const { homes, text, repeats } = parts
  return {
    root,
    text,
    repeats,
    get yaml() {
      return whole().yaml
    },
    siteOf: (container, key) => {
      const known = placed.at(container, key)
      if (known) return known
      const home = homes.get(container)
      const site = home?.sites.get(key)
      return home && site && siteFor(container, key, site, home.frame)
    },
    place: (container, key, site) => placed.put(container, key, site),
    nodeOf: (container) => {
      const twin = twinOf(container)
      return twin && whole().nodeOf(twin)
    },
    startOf: (container) => {
      const home = homes.get(container)
      const offset = home?.node.range?.[0]
      const moves = home && shifts.get(home.frame)
      return starts.get(container) ?? (moves && offset !== undefined ? movedOffset(moves, offset) : undefined)
    },
    valueOf: () => undefined,
    hasAliases: false,
    positionOf: positionsIn(text),
  }
}
