/** The envelopes in which the AWS CLI and the SDKs print and take a DistributionConfig. */
import type { Tree, TreeMap } from '#core/formats/text-tree.ts'

export const isMap = (tree: Tree | undefined): tree is TreeMap =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

export interface Envelope {
  readonly config: TreeMap
  /** What the design calls the distribution: its physical id where the text has one. */
  readonly id: string
  /** The structure that holds `Tags` beside the config; only one envelope has it. */
  readonly tagged?: TreeMap
}

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
  const isBare = 'DefaultCacheBehavior' in root || ('Origins' in root && 'CallerReference' in root)
  return isBare ? { config: root, id: 'Distribution' } : undefined
}

/** The tags beside a config, as the design keeps them. */
export function tagsIn({ tagged }: Envelope): { Key: string; Value: string }[] | undefined {
  const tags = tagged?.['Tags']
  const items = isMap(tags) ? tags['Items'] : undefined
  if (!Array.isArray(items)) return undefined
  return items.flatMap((tag) =>
    isMap(tag) ? [{ Key: String(tag['Key'] ?? ''), Value: String(tag['Value'] ?? '') }] : [],
  )
}
