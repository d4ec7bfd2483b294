/** Fields of the API that other formats do not have, because what they write beside says the same. */
import { tableOf } from '#core/ground/names.ts'

type Fields = Readonly<Record<string, unknown>>

const isListed = ({ Items: items }: Fields) => Array.isArray(items) && items.length > 0

/** By the structure that a field is in: whether its value follows from the fields beside it. */
const rules: Readonly<Record<string, (beside: Fields) => boolean>> = tableOf({
  // A block of settings turns logging on, and its absence off.
  'Logging.Enabled': () => true,
  'TrustedSigners.Enabled': (beside) => beside['Enabled'] === isListed(beside),
  'TrustedKeyGroups.Enabled': (beside) => beside['Enabled'] === isListed(beside),
  // Deprecated, and answered by the API beside what took their place.
  'ViewerCertificate.Certificate': ({
    Certificate: certificate,
    ACMCertificateArn: acm,
    IAMCertificateId: iam,
  }) => certificate === (acm ?? iam),
  'ViewerCertificate.CertificateSource': ({
    CertificateSource: source,
    ACMCertificateArn: acm,
    IAMCertificateId: iam,
  }) => source === (acm !== undefined ? 'acm' : iam !== undefined ? 'iam' : 'cloudfront'),
})

/** True where nothing is lost by not writing a field; each tool makes its own caller reference. */
export const isImplied = (structure: string, name: string, beside: Fields): boolean =>
  name === 'key' || name === 'CallerReference' || rules[`${structure}.${name}`]?.(beside) === true

/**
 * Standard logging that is off, which formats without a switch say by not having it: the settings that are lost then.
 * Undefined for anything else.
 */
export function loggingOff(structure: string, value: unknown): readonly string[] | undefined {
  if (structure !== 'Logging' || typeof value !== 'object' || value === null) return undefined
  const settings = value as Fields
  if (settings['Enabled'] !== false) return undefined
  return Object.keys(settings).filter((name) => Boolean(settings[name]))
}

export const offMessage = (name: string) =>
  `Standard logging is off, so its “${name}” is left out: to have it here would turn logging on.`
