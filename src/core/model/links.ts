/** Which resource of the design a value is of, where that is sure. */
import type { DesignDocument, LogicalId } from './document.ts'
import { isRef, isUnknown } from './field.ts'

/** What makes an expression one thing or another: conditions and maps of CloudFormation, choices of Terraform. */
const choosing =
  /"Fn::(?:If|FindInMap|ImportValue|Transform)"|\?|\b(?:try|coalesce|coalescelist|lookup|merge)\(/

/** The only resource that a value can be of; an expression that may turn out another one, or none, names nothing. */
export function surelyNamed(value: unknown): LogicalId | undefined {
  if (isRef(value)) return value.ref
  if (!isUnknown(value) || value.mayBeAbsent === true) return undefined
  const [only, ...others] = value.refs ?? []
  return others.length > 0 || choosing.test(JSON.stringify(value.expression)) ? undefined : only
}

/** The same, where the resource is of one of these types. */
export function surelyOf(
  document: DesignDocument,
  value: unknown,
  ...types: readonly string[]
): LogicalId | undefined {
  const id = surelyNamed(value)
  return id !== undefined && types.includes(document.resources[id]?.type ?? '') ? id : undefined
}

/**
 * Whether a source holds the distribution without what stands beside it: a DistributionConfig always, a file of
 * Terraform perhaps, whose module has other files. What is absent in it proves nothing.
 */
export const isAloneInFile = ({ source }: DesignDocument): boolean =>
  source?.format === 'distribution-config' || (source?.format === 'terraform' && source.isWhole !== true)
