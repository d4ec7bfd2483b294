/** What `aws cloudfront get-distribution-config`, `get-distribution` and a CLI skeleton print. */

import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { isRef, isUnknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { failed, ok } from '#core/model/result.ts'
import { nameOf, textOrStandIn } from '#core/model/stand-in.ts'
import { fromApi, toApi } from '#core/model/wrap.ts'
import { locateIn } from './cloudformation/from-template.ts'
import { defineFormat, type ImportNote, type Loss } from './format.ts'
import { assignKeys } from './item-keys.ts'
import { readTextTree, type TextTree, type Tree, type TreeMap } from './text-tree.ts'
import { unknownFieldNotes } from './unknown-fields.ts'

const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

interface Envelope {
  readonly config: TreeMap
  readonly id: string
}

/** The config in any of the envelopes that the AWS CLI and SDK print it in. */
function openEnvelope(root: Tree): Envelope | undefined {
  if (!isMap(root)) return undefined
  const { Distribution: whole, DistributionConfig: config, DistributionConfigWithTags: tagged, Id: id } = root
  if (isMap(whole)) return openEnvelope(whole)
  if (isMap(tagged)) return openEnvelope(tagged)
  if (isMap(config)) return { config, id: typeof id === 'string' ? id : 'Distribution' }
  const isBare = 'DefaultCacheBehavior' in root || ('Origins' in root && 'CallerReference' in root)
  return isBare ? { config: root, id: 'Distribution' } : undefined
}

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

/** A caller reference that is the same each time the same design is written (FNV-1a). */
function callerReference(config: object): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify(config)) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return `frontage-${hash.toString(16).padStart(8, '0')}`
}

/** A distribution's config as the API takes it; references that JSON cannot hold become stand-ins and losses. */
export function toDistributionConfig(
  document: DesignDocument,
  config: DistributionConfig,
  at: Path,
): { config: Record<string, unknown>; losses: Loss[] } {
  const losses: Loss[] = []
  const wrapped = toApi('Distribution', config, (expression, path) => {
    if (!isRef(expression) && !isUnknown(expression)) return expression
    const standIn = textOrStandIn(document, expression) ?? nameOf(expression)
    const isIdentity = path.at(-1) === 'OriginAccessIdentity' && isRef(expression)
    const text = isIdentity ? `origin-access-identity/cloudfront/${standIn}` : standIn
    losses.push({
      path: [...at, ...path],
      message: `“${nameOf(expression)}” has no value before it is deployed; “${text}” stands in for it.`,
    })
    return text
  })
  const reference =
    typeof config.CallerReference === 'string' ? config.CallerReference : callerReference(wrapped)
  return { config: { CallerReference: reference, ...wrapped }, losses }
}

export const distributionConfigFormat = defineFormat({
  id: 'distribution-config',
  label: 'DistributionConfig (JSON)',
  family: 'distribution-config',
  fileNames: ['distribution-config.json'],

  recognize: (text) =>
    /^\s*\{/.test(text) &&
    /"(DistributionConfig|DistributionConfigWithTags|DefaultCacheBehavior)"/.test(text) &&
    !/"(Resources|formatVersion)"\s*:/.test(text) &&
    !/"AWS::/.test(text),

  read(text) {
    const tree = readTextTree(text)
    if (!tree.ok) return tree
    const envelope = openEnvelope(tree.value.root)
    if (!envelope) return failed([{ message: 'There is no DistributionConfig in this JSON.' }])
    const { config, mismatches } = fromApi('Distribution', envelope.config)
    const at: Path = ['resources', envelope.id, 'config']
    carrySites(tree.value, envelope.config, config)
    assignKeys(config)
    const document: DesignDocument = {
      formatVersion: 1,
      resources: { [envelope.id]: { type: 'Distribution', config } },
      layout: {},
      scenarios: [],
      source: { format: 'distribution-config', text },
    }
    const notes = [
      ...unknownFieldNotes('Distribution', config, at),
      ...mismatches.map(({ path, quantity, items }) => mismatchNote(at, path, quantity, items)),
    ]
    return ok({ document, notes, locate: (path) => locateIn(tree.value, document, path) })
  },

  write(document) {
    const [site] = distributionsIn(document)
    if (!site) return { text: '{}\n', losses: [] }
    const { config, losses } = toDistributionConfig(document, site.config, site.path)
    const others: Loss[] = Object.entries(document.resources)
      .filter(([id]) => id !== site.id)
      .map(([id, { type }]) => ({
        path: ['resources', id],
        message: `“${id}” (${type}) is not part of a DistributionConfig.`,
      }))
    return { text: `${JSON.stringify(config, null, 2)}\n`, losses: [...losses, ...others] }
  },
})
