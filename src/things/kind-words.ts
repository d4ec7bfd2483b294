/** What a resource is, in AWS's words and in one spelling wherever it is named: `CachePolicy` is a “Cache policy”. */
import { neighborKindOf } from '#core/neighbors/index.ts'
import { resourceKind } from '#core/resources/index.ts'

const capital = (words: string): string => `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`

/** A type that no table has: `AWS::WAFv2::WebACL` is read as “Web ACL”. */
const spaced = (type: string): string =>
  capital((type.split('::').at(-1) ?? type).replace(/([a-z])([A-Z])/g, '$1 $2'))

export const kindWords = (type: string): string =>
  capital(neighborKindOf(type)?.label ?? resourceKind(type)?.label ?? spaced(type))
