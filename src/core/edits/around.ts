/** Edits that put what a site needs around it into the design: a bucket for an origin, a certificate for its names. */
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { combine, type Edit, setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { addResource } from './resources.ts'

const logicalIdFrom = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

export interface Addition {
  readonly distribution: LogicalId
  /** What is missing, in a sentence. */
  readonly what: string
  readonly label: string
  readonly edit: Edit
}

/** A private bucket of the design in place of the name in an origin. */
function bucketFor(document: DesignDocument, originId: string, path: readonly (string | number)[]): Edit {
  const { id, edit } = addResource(document, `${logicalIdFrom(originId)}Bucket`, {
    type: 'AWS::S3::Bucket',
    config: {},
  })
  const domain = setAt([...path, 'DomainName'], { ref: id, attribute: 'RegionalDomainName' })
  return combine(`Add a bucket for “${originId}”`, [edit, domain])
}

/** Origins that name a bucket by text, which the design could have as its own. */
export const possibleBuckets = (document: DesignDocument): readonly Addition[] =>
  distributionsIn(document).flatMap((distribution) =>
    originsOf(distribution).flatMap(({ value: origin, path }) => {
      const [originId, domain] = [known(origin.Id), known(origin.DomainName)]
      if (origin.S3OriginConfig === undefined || originId === undefined || domain === undefined) return []
      return [
        {
          distribution: distribution.id,
          what: `The origin “${originId}” of “${distribution.id}” reads ${domain}, a bucket that the design does not have.`,
          label: 'Add a bucket of the design',
          edit: bucketFor(document, originId, path),
        },
      ]
    }),
  )

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html */
function certificateFor(document: DesignDocument, site: LogicalId, names: readonly string[]): Edit {
  const [DomainName = '', ...others] = names
  const { id, edit } = addResource(document, `${site}Certificate`, {
    type: 'AWS::CertificateManager::Certificate',
    config: {
      DomainName,
      ...(others.length > 0 && { SubjectAlternativeNames: others }),
      ValidationMethod: 'DNS',
    },
  })
  const viewer = setAt(['resources', site, 'config', 'ViewerCertificate'], {
    ACMCertificateArn: { ref: id },
    SSLSupportMethod: 'sni-only',
    MinimumProtocolVersion: 'TLSv1.2_2021',
  })
  return combine(`Add a certificate for “${site}”`, [edit, viewer])
}

/** Distributions with names of their own and CloudFront's default certificate. */
export const possibleCertificates = (document: DesignDocument): readonly Addition[] =>
  distributionsIn(document).flatMap(({ id, config }) => {
    const names = knownItems(config.Aliases)
    const viewer = known(config.ViewerCertificate)
    const isDefault = viewer === undefined || viewer.CloudFrontDefaultCertificate === true
    if (names.length === 0 || !isDefault) return []
    return [
      {
        distribution: id,
        what: `“${id}” answers to ${names.join(', ')} and has no certificate for it.`,
        label: 'Add a certificate of the design',
        edit: certificateFor(document, id, names),
      },
    ]
  })
