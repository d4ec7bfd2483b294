/** The envelopes in which the AWS CLI and the SDKs print and take a DistributionConfig. */

import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { said } from '#core/ground/said.ts'
import { resourceKinds } from '#core/resources/index.ts'

export const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

export interface Envelope {
  readonly config: TreeMap
  /** What the design calls the distribution: its physical id where the text has one. */
  readonly id: string
  /** The structure that holds `Tags` beside the config; only one envelope has it. */
  readonly tagged?: TreeMap
}

const fields = new Set(Object.keys(resourceKinds.Distribution.config.fields))

/** A config without an envelope: some of its parts, or nothing but its fields where it is still empty. */
const isBare = (root: TreeMap): boolean =>
  'DefaultCacheBehavior' in root ||
  ('CallerReference' in root && ('Origins' in root || Object.keys(root).every((name) => fields.has(name))))

/** The config in any of the envelopes; undefined where there is none. */
export function openEnvelope(root: Tree): Envelope | undefined {
  if (!isMap(root)) return undefined
  const { Distribution: whole, DistributionConfig: config, DistributionConfigWithTags: tagged, Id: id } = root
  if (isMap(whole)) return openEnvelope(whole)
  if (isMap(tagged)) {
    const inner = openEnvelope(tagged)
    return inner && { ...inner, tagged }
  }
  if (isMap(config)) return { config, id: typeof id === 'string' ? id : 'Distribution' }
  return isBare(root) ? { config: root, id: 'Distribution' } : undefined
}

/** The tags beside a config, as the design keeps them. */
export function tagsIn({ tagged }: Envelope): { Key: string; Value: string }[] | undefined {
  const tags = tagged?.['Tags']
  const items = isMap(tags) ? tags['Items'] : undefined
  if (!Array.isArray(items)) return undefined
  return items.flatMap((tag) =>
    isMap(tag) ? [{ Key: said(tag['Key'] ?? ''), Value: said(tag['Value'] ?? '') }] : [],
  )
}
