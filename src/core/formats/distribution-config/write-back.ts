/** Saves a design into the JSON that it was opened from: what was not edited stays byte for byte. */

import { TextPatch } from '#core/formats/cloudformation/text-patch.ts'
import { looksLikeJson, readTextTree } from '#core/formats/text-tree.ts'
import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { said } from '#core/ground/said.ts'
import type { DistributionConfig, Tag } from '#core/model/document.ts'
import { fromApi, toApi } from '#core/resources/walk/wrap.ts'
import { isMap, openEnvelope, tagsIn } from './envelope.ts'

/** What the text itself says of a list's `Quantity`, so that a wrong one is seen as something to change. */
function withOwnQuantities(raw: Tree | undefined, api: Tree | undefined): Tree | undefined {
  if (Array.isArray(api))
    return api.map(
      (item, index) => withOwnQuantities(Array.isArray(raw) ? raw[index] : undefined, item) ?? null,
    )
  if (!isMap(api)) return api
  const own = isMap(raw) ? raw : {}
  const entries = Object.entries(api).map(([key, value]): [string, Tree | undefined] => [
    key,
    key === 'Quantity' && typeof own['Quantity'] === 'number'
      ? own['Quantity']
      : withOwnQuantities(own[key], value),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as TreeMap
}

const tagList = (tags: readonly Tag[] | undefined): TreeMap => ({
  // Tags of a design that has no expressions left are pairs of texts.
  Items: (tags ?? []).map(({ Key, Value }) => ({ Key: said(Key), Value: said(Value) })),
})

/** What looks like one of our expressions stood in the text, where it is a value like others. */
const asItIs = (expression: unknown): unknown => expression

/** The source text with a plain config in it, and whether it holds tags; undefined where it cannot take the edits. */
export function writeBack(
  source: string,
  config: DistributionConfig,
  tags: readonly Tag[] | undefined,
): { text: string; hasTags: boolean } | undefined {
  const tree = readTextTree(source)
  const envelope = tree.ok ? openEnvelope(tree.value.root) : undefined
  if (!tree.ok || !envelope) return undefined
  // What the API is sent is JSON.
  const before = toApi('Distribution', fromApi('Distribution', envelope.config).config, asItIs) as TreeMap
  const after = toApi('Distribution', config, asItIs) as TreeMap
  const was = withOwnQuantities(envelope.config, before) as TreeMap
  const patch = new TextPatch({
    tree: tree.value,
    json: looksLikeJson(source),
    condition: () => undefined,
  })
  const { config: raw, tagged } = envelope
  if (!patch.fields(raw, was, after)) return undefined
  if (tagged && !patch.field(tagged, 'Tags', tagList(tagsIn(envelope)), tagList(tags))) return undefined
  return { text: patch.result(), hasTags: tagged !== undefined }
}
