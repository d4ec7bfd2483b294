/** What `aws cloudfront get-distribution-config`, `get-distribution` and a CLI skeleton print. */

import { locateIn } from '#core/formats/cloudformation/from-template.ts'
import { defineFormat, type ImportNote, type Loss } from '#core/formats/format.ts'
import { repeatedKeyNotes } from '#core/formats/repeated-keys.ts'
import { looksLikeJson, readTextTree } from '#core/formats/text-tree.ts'
import type { TextTree, Tree, TreeMap } from '#core/formats/tree.ts'
import { unknownFieldNotes } from '#core/formats/unknown-fields.ts'
import { failed, ok } from '#core/ground/result.ts'
import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Tag } from '#core/model/document.ts'
import { assignKeys } from '#core/model/item-keys.ts'
import type { Path } from '#core/model/path.ts'
import { fromApi, toApi } from '#core/resources/walk/wrap.ts'
import { isMap, openEnvelope, tagsIn } from './envelope.ts'
import { plainConfig } from './plain-config.ts'
import { writeBack } from './write-back.ts'

/** Reading unwraps lists into new objects; their places in the text go along. */
function carrySites(text: TextTree, from: unknown, to: unknown): void {
  if (typeof from !== 'object' || from === null || typeof to !== 'object' || to === null) return
  const source = Array.isArray(to) && isMap(from as Tree) ? (from as TreeMap)['Items'] : from
  if (typeof source !== 'object' || source === null) return
  for (const key of Object.keys(to)) {
    const step = Array.isArray(to) ? Number(key) : key
    text.place(to, step, text.siteOf(source, step))
    carrySites(text, (source as Record<string, unknown>)[key], (to as Record<string, unknown>)[key])
  }
}

const mismatchNote = (at: Path, path: Path, quantity: number, items: number): ImportNote => ({
  rule: 'config/quantity-mismatch',
  severity: 'error',
  message: `“Quantity” of “${String(path.at(-1) ?? 'the list')}” says ${quantity} and there are ${items} items, so CloudFront answers InconsistentQuantities; Frontage counts again when it writes.`,
  path: [...at, ...path],
})

/** Fields in the order of their names, whatever order the source had. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** A caller reference that is the same each time the same design is written (FNV-1a). */
function callerReference(config: object): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(config, inOrder)) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return `frontage-${hash.toString(16).padStart(8, '0')}`
}

/** What a design holds beside the distribution. */
const lossesBeside = ({ resources }: DesignDocument, site: LogicalId | undefined): Loss[] =>
  Object.entries(resources)
    .filter(([id]) => id !== site)
    .map(([id, { type }]) => ({
      path: ['resources', id],
      message: `“${id}” (${type}) is not part of a DistributionConfig.`,
    }))

const lossOfTags = (site: LogicalId, tags: readonly Tag[] | undefined): Loss[] =>
  tags === undefined || tags.length === 0
    ? []
    : [
        {
          path: ['resources', site, 'tags'],
          message: 'A DistributionConfig holds no tags; add them with TagResource.',
        },
      ]

const byteOrderMark = '\uFEFF'
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Cheap: texts without such a field are not looked into. What the AWS CLI prints as YAML is a config too. */
const mayBeConfig = (text: string) =>
  looksLikeJson(text)
    ? /"(?:DistributionConfig|DistributionConfigWithTags|DefaultCacheBehavior|CallerReference)"/.test(text)
    : /^(?:Distribution|DistributionConfig|DistributionConfigWithTags|ETag|CallerReference):/m.test(text)

/** Told by its structure, since a Comment may say anything. */
function isConfig(text: string): boolean {
  const tree = readTextTree(text)
  const root = tree.ok ? tree.value.root : null
  const isOther = isMap(root) && (isMap(root['Resources']) || root['formatVersion'] !== undefined)
  return !isOther && openEnvelope(root) !== undefined
}

export const distributionConfigFormat = defineFormat({
  id: 'distribution-config',
  label: 'DistributionConfig (JSON)',
  family: 'distribution-config',
  syntax: 'json',
  isOfOne: true,
  fileNames: ['distribution-config.json'],

  recognize: (text) => mayBeConfig(text) && isConfig(text),

  read(text) {
    const tree = readTextTree(text)
    if (!tree.ok) return tree
    const envelope = openEnvelope(tree.value.root)
    if (!envelope) return failed([{ message: 'There is no DistributionConfig in this JSON.' }])
    const { config, mismatches } = fromApi('Distribution', envelope.config)
    const at: Path = ['resources', envelope.id, 'config']
    carrySites(tree.value, envelope.config, config)
    assignKeys(config)
    const tags = tagsIn(envelope)
    const document: DesignDocument = {
      formatVersion: 1,
      resources: { [envelope.id]: { type: 'Distribution', config, ...(tags && { tags }) } },
      layout: {},
      scenarios: [],
      source: { format: 'distribution-config', text },
    }
    const notes = [
      ...unknownFieldNotes('Distribution', config, at),
      ...mismatches.map(({ path, quantity, items }) => mismatchNote(at, path, quantity, items)),
    ]
    const repeated = repeatedKeyNotes(tree.value)
    const positions = new Map(repeated.map(({ note, position }) => [note.path, position]))
    return ok({
      document,
      notes: [...notes, ...repeated.map(({ note }) => note)],
      locate: (path) => positions.get(path) ?? locateIn(tree.value, document, path),
    })
  },

  write(document) {
    const [site] = distributionsIn(document)
    if (!site) return { text: '{}\n', losses: lossesBeside(document, undefined) }
    const { config, losses } = plainConfig(document, site.config, site.path)
    const { source } = document
    const { tags } = site.resource
    const saved = source?.format === 'distribution-config' ? writeBack(source.text, config, tags) : undefined
    const others = [...lossesBeside(document, site.id), ...(saved?.hasTags ? [] : lossOfTags(site.id, tags))]
    const marked = source?.text.startsWith(byteOrderMark) ? byteOrderMark : ''
    if (saved) return { text: marked + saved.text, losses: [...losses, ...others] }
    const wrapped = toApi('Distribution', config)
    // A config that is one expression, or damaged, has no plain form.
    const given = (config as typeof config | undefined)?.['CallerReference']
    const text = json({
      CallerReference: typeof given === 'string' ? given : callerReference(wrapped),
      ...wrapped,
    })
    return { text, losses: [...losses, ...others] }
  },
})
