import { coversName } from '#core/model/domain-names.ts'
import { known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originDomainIsOwnAlias = defineRule({
  id: 'origin/domain-is-own-alias',
  severity: 'error',
  summary: 'An origin is an alternate domain name of its own distribution.',
  why: 'The name resolves to this distribution, so CloudFront would ask itself; it detects the loop and answers 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      // A VPC origin is found by its id; its name is for the Host header and the certificate.
      if (host === undefined || origin.VpcOriginConfig !== undefined) continue
      const alias = knownItems(distribution.config.Aliases).find((name) => coversName(name, host))
      if (alias === undefined) continue
      const exact = alias.toLowerCase() === host.toLowerCase()
      yield {
        path: [...path, 'DomainName'],
        severity: exact ? 'error' : 'warning',
        message: `The origin “${host}” is ${exact ? 'an alternate domain name of' : `covered by “${alias}” of`} this distribution, so CloudFront ${exact ? 'asks itself and answers 403' : 'may ask itself'}; give the origin a name of its own.`,
      }
    }
  },
})
