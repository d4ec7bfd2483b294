/** The fields of logs without a header, as a person or a design names them. */
import type { DesignDocument } from '#core/model/document.ts'
import { knownItems } from '#core/model/field.ts'

/** Names by spaces, commas or line ends, with or without `#Fields:` before them. */
export const fieldNamesIn = (text: string): string[] =>
  text
    .replace(/^\s*#?Fields:/i, '')
    .split(/[\s,]+/)
    .filter((name) => name !== '')

/** The orders to try, in the order of trust: a person's, then those of the design's real-time log configurations. */
export function fieldOrdersFor(document: DesignDocument, told: readonly string[]): (readonly string[])[] {
  const configured = Object.values(document.resources).flatMap((resource) =>
    resource.type === 'RealtimeLogConfig' ? [knownItems(resource.config.Fields)] : [],
  )
  return [told, ...configured].filter((names) => names.length > 0)
}
