/** Identities for list items that are nodes: from what names them, so that reading a text again gives the same. */
import { isExpression } from './field.ts'
import { nameOf } from './stand-in.ts'

type Item = { [name: string]: unknown }
const keyedLists: readonly (readonly [list: string, name: string])[] = [
  ['Origins', 'Id'],
  ['OriginGroups', 'Id'],
  ['CacheBehaviors', 'PathPattern'],
]

function keyItems(items: readonly unknown[], name: string): void {
  const used = new Map<string, number>()
  for (const item of items) {
    if (typeof item !== 'object' || item === null || isExpression(item)) continue
    const target = item as Item
    // Names are scalars or expressions of the document.
    const base = nameOf(target[name] as Parameters<typeof nameOf>[0]) || 'unnamed'
    const count = (used.get(base) ?? 0) + 1
    used.set(base, count)
    target['key'] = count === 1 ? base : `${base}#${count}`
  }
}

/** Gives the items of a freshly read distribution their keys, in place. */
export function assignKeys(config: object): void {
  for (const [list, name] of keyedLists) {
    const items = (config as Item)[list]
    if (Array.isArray(items)) keyItems(items, name)
  }
}
