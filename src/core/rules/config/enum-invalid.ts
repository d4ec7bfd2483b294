import { setAt } from '#core/model/edit.ts'
import type { Path } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { closestTo } from '#core/rules/lookup/closest.ts'
import { wrongValues } from '#core/rules/lookup/enum-values.ts'

/** Fields whose values a rule of their own judges, with more to say. */
const judgedElsewhere: ReadonlySet<string> = new Set([
  'AccessControlAllowMethods',
  'CachedMethods',
  'Forward',
  'FrameOption',
  'HeaderBehavior',
  'Items',
  'MinimumProtocolVersion',
  'OriginSslProtocols',
  'ReferrerPolicy',
  'RestrictionType',
  'Runtime',
  'SigningBehavior',
  'SigningProtocol',
  'SourceType',
  'Type',
])

/** Those of VPC origins and of Anycast lists have rules; that of an origin has not. */
const isAddressTypeOfResource = (field: string, path: Path) =>
  field === 'IpAddressType' && !path.includes('CustomOriginConfig')

export const configEnumInvalid = defineRule({
  id: 'config/enum-invalid',
  severity: 'error',
  sees: 'all',
  summary: 'A setting has a value that CloudFront does not know.',
  why: 'A value outside the list is refused with MalformedXML or InvalidArgument, often without saying which field is meant.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3030', 'cfn-lint E3031'],

  *check({ document }) {
    for (const { path, field, value, allowed } of wrongValues(document)) {
      if (judgedElsewhere.has(field) || isAddressTypeOfResource(field, path)) continue
      const guess = closestTo(value, allowed)
      yield {
        path,
        message: `“${value}” is not a value of ${field}, so CloudFront refuses it; choose ${allowed.map((one) => `“${one}”`).join(', ')}.`,
        ...(guess && { suggestions: [setAt(path, guess, `Use “${guess}”`)] }),
      }
    }
  },
})
