import type { DistributionConfig } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'

/**
 * Whether viewers without SNI are served by dedicated IP addresses: “vip” with a certificate of one's own. CloudFront
 * reports “vip” for the default certificate too, where it means nothing.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html
 */
export function hasDedicatedIp({ ViewerCertificate: field }: DistributionConfig): boolean {
  const certificate = known(field)
  return (
    known(certificate?.SSLSupportMethod) === 'vip' &&
    Boolean(certificate?.ACMCertificateArn || certificate?.IAMCertificateId)
  )
}
