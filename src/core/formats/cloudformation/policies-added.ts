import type { Tree, TreeMap } from '#core/formats/tree.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { accessResources } from './access-resources.ts'

const propertyOf = (resource: Tree | undefined, name: string): Tree | undefined =>
  ((resource as TreeMap | undefined)?.['Properties'] as TreeMap | undefined)?.[name]

/** Ids are written in the manner of each format: `FilesReadPolicy`, `files_read_policy`. */
const plain = (text: string) => text.replaceAll('_', '').toLowerCase()

/** Buckets that are not of the design, whose one policy a written text sets: each had better be known before. */
export function policiesAdded(document: DesignDocument, text: string): readonly string[] {
  const written = plain(text)
  return Object.entries(accessResources(document)).flatMap(([id, resource]) => {
    const bucket = propertyOf(resource, 'Bucket')
    return typeof bucket === 'string' && written.includes(plain(id)) ? [bucket] : []
  })
}
