import { distributionsIn } from '#core/model/distribution.ts'
import { isUnknown, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineQuotaRule } from '#core/rules/harness/quota-rule.ts'

export const quotaDedicatedIpCertificatesPerAccount = defineQuotaRule({
  name: 'dedicated-ip-certificates-per-account',
  scope: 'account',
  summary: 'An account has at most two certificates with dedicated IP addresses.',
  counted: 'certificates with dedicated IP addresses',
  code: 'TooManyCertificates',

  *usages({ document, account }) {
    const names = new Map(
      account?.dedicatedIpCertificates?.map((name): [string, Path | undefined] => [name, undefined]),
    )
    for (const { config, path } of distributionsIn(document)) {
      const certificate = known(config.ViewerCertificate)
      const { ACMCertificateArn: arn, IAMCertificateId: id } = certificate ?? {}
      const source = arn ?? id
      if (known(certificate?.SSLSupportMethod) !== 'vip' || source === undefined || isUnknown(source))
        continue
      names.set(nameOf(source), [...path, 'ViewerCertificate', 'SSLSupportMethod'])
    }
    const last = [...names.values()].findLast((path) => path !== undefined)
    if (last) yield { owner: 'The account', used: names.size, path: last }
  },
})
