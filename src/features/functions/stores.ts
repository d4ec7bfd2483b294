/** The key value store of a function, and its pairs as lines that a person writes. */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'

/** The store that a CloudFront function is associated with, by the name that runs look it up by. */
export function storeOf(document: DesignDocument, id: LogicalId): string | undefined {
  const resource = document.resources[id]
  if (resource?.type !== 'Function') return undefined
  const settings = known(resource.config.FunctionConfig)
  const [association] = knownItems(settings?.KeyValueStoreAssociations)
  return association && (nameOf(association.KeyValueStoreARN).split('.')[0] || undefined)
}

export const storeLines = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([key, value]) => (key === value && value === '' ? '' : `${key} = ${value}`))
    .join('\n')

/** The pairs of lines; what stands before the first “=” is the key. */
export const storeOfLines = (lines: string): Record<string, string> =>
  Object.fromEntries(
    lines.split('\n').flatMap((line) => {
      const at = line.indexOf('=')
      return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : []
    }),
  )
