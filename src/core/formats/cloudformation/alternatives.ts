/** Fields of which one alone may be said, where the source decides only when it runs which one that is. */
import type { Loss } from '#core/formats/format.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { isExpression, isUnknown } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'

const groups = [
  ['ACMCertificateArn', 'IAMCertificateId', 'CloudFrontDefaultCertificate'],
  ['CustomOriginConfig', 'S3OriginConfig', 'VpcOriginConfig'],
]

function* within(value: unknown, path: Path): Generator<Loss> {
  if (typeof value !== 'object' || value === null || isExpression(value)) return
  const fields = value as Readonly<Record<string, unknown>>
  for (const group of groups) {
    const said = group.filter((name) => fields[name] !== undefined && fields[name] !== false)
    if (said.length < 2 || !said.some((name) => isUnknown(fields[name]))) continue
    const names = said.map((name) => `“${name}”`).join(' and ')
    yield {
      path,
      message: `${names} exclude each other, and only a run of the source decides between them: keep one of them in the template.`,
    }
  }
  for (const [name, child] of Object.entries(fields))
    yield* within(child, [...path, Array.isArray(value) ? Number(name) : name])
}

/** What a template written from nothing would say twice. */
export const undecidedAlternatives = ({ resources }: DesignDocument): Loss[] =>
  Object.entries(resources).flatMap(([id, { type, config }]) =>
    type.includes('::') ? [] : [...within(config, ['resources', id, 'config'])],
  )
