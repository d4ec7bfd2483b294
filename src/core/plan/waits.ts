/**
 * What a plan waits for: values that are made outside of CloudFront. What stands around a site Ship makes at a press of
 * its button; for the rest the place is named where one of the account is chosen or written.
 */
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { isRef, isUnknown, type Unknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { wantedBuckets, wantedCertificates } from './around.ts'
import { dependencyOrder, isDeployable } from './order.ts'

export interface Wait {
  /** The resource that cannot be applied yet. */
  readonly resource: LogicalId
  /** Its field, as a path of the document. */
  readonly path: Path
  /** What the value comes from; undefined for an expression of several things. */
  readonly on: LogicalId | undefined
  /** The template's parameter that has no value yet, where the value is nothing but that. */
  readonly parameter?: string
  /** How it is got: made around the site, or chosen. */
  readonly by: 'bucket' | 'certificate' | 'choice'
}

type Found = Pick<Wait, 'path' | 'on' | 'parameter'>

/** The parameter of a template that an expression is: what it names is no resource, and nothing that AWS gives. */
function parameterOf(document: DesignDocument, { expression }: Unknown): string | undefined {
  if (typeof expression !== 'object' || expression === null || !('Ref' in expression)) return undefined
  const { Ref: name } = expression
  const isParameter =
    typeof name === 'string' && !name.startsWith('AWS::') && !Object.hasOwn(document.resources, name)
  return isParameter ? name : undefined
}

function openValues(document: DesignDocument, value: unknown, path: Path): readonly Found[] {
  if (isRef(value))
    return isDeployable(document.resources[value.ref]?.type ?? '') ? [] : [{ path, on: value.ref }]
  if (isUnknown(value)) {
    const parameter = parameterOf(document, value)
    return [{ path, on: undefined, ...(parameter !== undefined && { parameter }) }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Array.isArray(value)
    ? value.flatMap((item, index) => openValues(document, item, [...path, index]))
    : Object.entries(value).flatMap(([name, item]) => openValues(document, item, [...path, name]))
}

/** Each thing once for each resource that waits for it, in the order in which they would be applied. */
export function waitsOf(document: DesignDocument): readonly Wait[] {
  const buckets = new Set(wantedBuckets(document).map(({ resource }) => resource))
  const certificates = new Set(wantedCertificates(document).map(({ resource }) => resource))
  const waysOf = (on: LogicalId | undefined): Wait['by'] =>
    on !== undefined && buckets.has(on)
      ? 'bucket'
      : on !== undefined && certificates.has(on)
        ? 'certificate'
        : 'choice'
  return dependencyOrder(document).flatMap((resource) => {
    const seen = new Set<LogicalId>()
    return openValues(document, document.resources[resource]?.config, [
      'resources',
      resource,
      'config',
    ]).flatMap((found) => {
      const { on } = found
      if (on !== undefined && seen.has(on)) return []
      if (on !== undefined) seen.add(on)
      return [{ resource, ...found, by: waysOf(on) }]
    })
  })
}

/** One sentence: what waits, for what, and how it is got. */
export function waitInWords(document: DesignDocument, { resource, path, on, by, parameter }: Wait): string {
  if (by !== 'choice')
    return `“${resource}” waits for the ${by} “${on}”, which is made here at a press of its button.`
  const field = String(path.findLast((step) => typeof step === 'string'))
  if (parameter !== undefined)
    return `“${resource}” takes its ${field} from the parameter “${parameter}”, which has no value. Give it one, or choose one that the account has.`
  const type = on === undefined ? undefined : document.resources[on]?.type
  const source =
    on === undefined
      ? 'a value that only another deployment decides'
      : `“${on}”${type === undefined ? '' : ` (${type})`}, which another deployment makes`
  return `“${resource}” takes its ${field} from ${source}. Choose one that the account has, or write it.`
}
