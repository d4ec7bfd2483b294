/** Origins of which nobody has written yet where they are. */
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { isSampleHost } from '#core/origins/kind/samples.ts'

export interface SampleOrigin {
  readonly path: Path
  readonly name: string
}

export const sampleOrigins = (document: DesignDocument): readonly SampleOrigin[] =>
  distributionsIn(document).flatMap((site) =>
    originsOf(site).flatMap(({ value, path }) =>
      isSampleHost(value.DomainName) ? [{ path, name: nameOf(value.Id) }] : [],
    ),
  )

/** A value that an example has where yours belongs: AWS would refuse it, or nobody answers there. */
export interface ExampleValue {
  /** The thing, and the field of it. */
  readonly thing: Path
  readonly path: Path
  readonly name: string
}

/** https://www.rfc-editor.org/rfc/rfc2606: names that nobody has; and the buckets of the gallery. */
const reservedHost = /(^|\.)example\.(com|net|org)$|^[\w-]+-example\.s3\./i
/** The account and the public key of AWS's own pages. */
const documentationAccount = /^arn:[^:]*:[^:]*:[^:]*:(111122223333|123456789012|444455556666):/
const documentationKey = 'K2JCJMDEHXQW5F'

export function exampleValues(document: DesignDocument): readonly ExampleValue[] {
  const hosts = distributionsIn(document).flatMap((site) =>
    originsOf(site).flatMap(({ value, path }) =>
      typeof value.DomainName === 'string' &&
      reservedHost.test(value.DomainName) &&
      !isSampleHost(value.DomainName)
        ? [{ thing: path, path: [...path, 'DomainName'], name: `the host of origin ${nameOf(value.Id)}` }]
        : [],
    ),
  )
  const certificates = distributionsIn(document).flatMap(({ id, path, config }) => {
    const { ACMCertificateArn: arn } = known(config.ViewerCertificate) ?? {}
    return typeof arn === 'string' && documentationAccount.test(arn)
      ? [
          {
            thing: path,
            path: [...path, 'ViewerCertificate', 'ACMCertificateArn'],
            name: `the certificate of ${id}`,
          },
        ]
      : []
  })
  const keys = Object.entries(document.resources).flatMap(([id, { type, config }]) => {
    const path = ['resources', id, 'config']
    const isFound = type === 'KeyGroup' && JSON.stringify(config).includes(documentationKey)
    return isFound ? [{ thing: path, path: [...path, 'Items'], name: `the public key of ${id}` }] : []
  })
  return [...hosts, ...certificates, ...keys]
}
