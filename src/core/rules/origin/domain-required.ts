import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originDomainRequired = defineRule({
  id: 'origin/domain-required',
  covers: ['network/vpc-origin-domain'],
  severity: 'error',
  sees: 'origin',
  summary: 'An origin has no domain name.',
  why: 'CloudFront needs the DNS name of the server or bucket to fetch from.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3003'],

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (origin.DomainName !== undefined && origin.DomainName !== '') continue
      yield {
        path: [...path, 'DomainName'],
        message: `The origin “${nameOf(origin.Id)}” has no domain name, so CloudFront refuses it; give the DNS name of its server or bucket.`,
      }
    }
  },
})
