/** Web ACLs that stand in the design: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html */
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { foreignBehind, type PlacedForeign } from './foreign.ts'

/** The design's own web ACL of a distribution; undefined where it has none or it stands elsewhere. */
export const webAclOf = (document: DesignDocument, config: DistributionConfig): PlacedForeign | undefined =>
  foreignBehind(document, config.WebACLId, 'AWS::WAFv2::WebACL')

interface PlacedStatement {
  /** The statement's own name: `IPSetReferenceStatement`. */
  readonly name: string
  readonly statement: Readonly<Record<string, unknown>>
  readonly isNegated: boolean
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every statement within a rule's statement, those inside AND, OR, NOT and scope-down too. */
export function* statementsIn(value: unknown, isNegated = false): Generator<PlacedStatement> {
  if (Array.isArray(value)) for (const item of value) yield* statementsIn(item, isNegated)
  if (!isMap(value)) return
  for (const [name, child] of Object.entries(value)) {
    const negates = name === 'NotStatement' ? !isNegated : isNegated
    if (name.endsWith('Statement') && isMap(child)) yield { name, statement: child, isNegated: negates }
    yield* statementsIn(child, negates)
  }
}
