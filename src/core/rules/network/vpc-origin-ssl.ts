import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isExpression, isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const networkVpcOriginSsl = defineRule({
  id: 'network/vpc-origin-ssl',
  severity: 'error',
  sees: 'shared',
  summary: 'A VPC origin lists TLS versions that CloudFront does not accept.',
  why: 'An empty list and versions that CloudFront does not know are refused. Versions before TLS 1.2 are weak, and the list is a set: one that leaves a version out in the middle leaves it out.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_VpcOriginEndpointConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    const versions: readonly string[] = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2']
    for (const { id, config, path } of resourcesOf(document, 'VpcOrigin')) {
      const list = config.OriginSslProtocols
      if (list === undefined || isExpression(list) || !isWhollyKnown(list)) continue
      const items: string[] = knownItems(list)
      const strange = items.filter((item) => !versions.includes(item))
      const weak = items.filter((item) => versions.includes(item) && item !== 'TLSv1.2')
      const isWeakAllowed = known(config.OriginProtocolPolicy) === 'http-only'
      const field = [...path, 'OriginSslProtocols']
      if (items.length === 0 || strange.length > 0)
        yield {
          path: field,
          message: `${items.length === 0 ? 'No TLS version' : `“${strange.join('”, “')}”`} is given for “${id}”, so CloudFront refuses it; use “TLSv1.2”.`,
          fix: setAt(field, ['TLSv1.2'], 'Use TLSv1.2'),
        }
      else if (weak.length > 0 && !isWeakAllowed)
        yield {
          path: field,
          message: `“${id}” allows “${weak.join('”, “')}” on the way to the origin, which are weak; use “TLSv1.2” alone.`,
          fix: setAt(field, ['TLSv1.2'], 'Use TLSv1.2'),
          severity: 'warning',
        }
    }
  },
})
