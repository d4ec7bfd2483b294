/**
 * A config without expressions, for JSON that has none: stand-ins where CloudFront wants a value, and nothing where
 * it does not. Each of them is a loss.
 */
import type { Loss } from '#core/formats/format.ts'
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { type Expression, isExpression, isRef } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { Scalar, Shape } from '#core/model/shapes/shape.ts'
import { nameOf, textOrStandIn } from '#core/model/stand-in.ts'
import { resourceKinds } from '#core/resources/index.ts'

/** Without these CloudFront takes neither the distribution nor the list item that they belong to. */
const needed = new Set([
  'Id',
  'DomainName',
  'TargetOriginId',
  'OriginId',
  'PathPattern',
  'HeaderName',
  'HeaderValue',
  'FunctionARN',
  'LambdaFunctionARN',
  'VpcOriginId',
])

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

class Plainer {
  readonly losses: Loss[] = []
  private readonly document: DesignDocument

  constructor(document: DesignDocument) {
    this.document = document
  }

  private scalar({ type }: Scalar, value: Expression, path: Path): string | number | boolean | undefined {
    const isIdentity = path.at(-1) === 'OriginAccessIdentity' && isRef(value)
    const like = isRef(value) ? (textOrStandIn(this.document, value) ?? nameOf(value)) : value.like
    const prefix = isIdentity ? 'origin-access-identity/cloudfront/' : ''
    if (type === 'number') return like !== undefined && /^\d+(\.\d+)?$/.test(like) ? Number(like) : undefined
    if (type === 'boolean') return like === 'true' || like === 'false' ? like === 'true' : undefined
    if (like !== undefined) return prefix + like
    const name = path.findLast((step) => typeof step === 'string')
    return needed.has(String(name))
      ? nameOf(value)
          .replace(/[^A-Za-z0-9.-]+/g, '-')
          .replace(/^-|-$/g, '')
      : undefined
  }

  plain(shape: Shape, value: unknown, path: Path): unknown {
    if (isExpression(value)) {
      const standIn = shape.kind === 'scalar' ? this.scalar(shape, value, path) : undefined
      const what = standIn === undefined ? 'it is left out' : `“${standIn}” stands in for it`
      this.losses.push({ path, message: `“${nameOf(value)}” has no value before it is deployed; ${what}.` })
      return standIn
    }
    if (shape.kind === 'list')
      return Array.isArray(value)
        ? value
            .map((item, index) => this.plain(shape.of, item, [...path, index]))
            .filter((item) => item !== undefined)
        : value
    if (shape.kind !== 'structure' || !isFields(value)) return value
    const fields = Object.entries(value).map(([name, child]) => {
      const field = shape.fields[name]
      return [name, field ? this.plain(field.shape, child, [...path, name]) : child]
    })
    return Object.fromEntries(fields.filter(([, child]) => child !== undefined))
  }
}

/** A distribution's config with stand-ins in place of its expressions. */
export function plainConfig(
  document: DesignDocument,
  config: DistributionConfig,
  at: Path,
): { config: DistributionConfig; losses: readonly Loss[] } {
  const plainer = new Plainer(document)
  // The walk changes expressions only, so the shape stays.
  const plain = plainer.plain(resourceKinds.Distribution.config, config, at) as DistributionConfig
  return { config: plain, losses: plainer.losses }
}
