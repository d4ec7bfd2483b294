/** The website configuration of the bucket behind an origin, as the template has it. */
import { bucketBehind } from '#core/model/bucket-policy.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { valueAt } from '#core/model/path.ts'
import type { CompiledOrigin } from '#core/trace/compile/compiled.ts'
import type { WebsiteDocuments } from './website.ts'

const textAt = (value: unknown, name: string): string | undefined => {
  const found =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
  return typeof found === 'string' && found !== '' ? found : undefined
}

export function websiteBehind(
  documents: readonly DesignDocument[],
  { path }: CompiledOrigin,
): WebsiteDocuments | undefined {
  for (const document of documents) {
    const bucket = bucketBehind(document, valueAt(document, [...path, 'DomainName']))
    if (bucket === undefined) continue
    const website = valueAt(document, ['resources', bucket, 'config', 'WebsiteConfiguration'])
    const indexDocument = textAt(website, 'IndexDocument')
    if (indexDocument !== undefined) return { indexDocument, errorDocument: textAt(website, 'ErrorDocument') }
  }
  return undefined
}
