import type { AccountCertificate, AccountFacts } from '#core/model/account.ts'
import { isUnknown, type Json } from '#core/model/field.ts'
import { surelyNamed } from '#core/model/links.ts'
import type { RuleContext } from '#core/rules/harness/rule.ts'

/** The names that a certificate covers: of the design's own certificate, or of one of the account; else undefined. */
export function namesOfCertificate({ document, account }: RuleContext, arn: unknown): string[] | undefined {
  const id = surelyNamed(arn)
  if (id !== undefined) {
    const target = document.resources[id]
    if (target?.type !== 'AWS::CertificateManager::Certificate') return undefined
    // A foreign resource's config is JSON in CloudFormation's words.
    const { DomainName: name, SubjectAlternativeNames: others = [] } = target.config as {
      DomainName?: Json
      SubjectAlternativeNames?: readonly Json[]
    }
    const names = [name, ...(Array.isArray(others) ? others : [others])]
    return names.every((one) => typeof one === 'string') ? (names as string[]) : undefined
  }
  if (isUnknown(arn) || typeof arn !== 'string') return undefined
  const known = account?.certificates?.find((certificate) => certificate.Arn === arn)
  return known && [...known.DomainNames]
}

/** What the account tells of a certificate that a design names by its ARN. */
export const accountCertificate = (
  account: AccountFacts | undefined,
  arn: unknown,
): AccountCertificate | undefined => account?.certificates?.find((certificate) => certificate.Arn === arn)
