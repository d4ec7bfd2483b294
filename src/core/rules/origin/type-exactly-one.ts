import { setAt } from '#core/model/edit.ts'
import { isSaid } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originTypeExactlyOne = defineRule({
  id: 'origin/type-exactly-one',
  severity: 'error',
  sees: 'origin',
  summary: 'An origin does not have exactly one kind of settings.',
  why: 'The three structures say how CloudFront talks to the origin; with none or several of them the API refuses the origin.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html',
  code: 'InvalidArgument',
  alsoKnownAs: ['cfn-lint E3020'],

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const named = (['S3OriginConfig', 'CustomOriginConfig', 'VpcOriginConfig'] as const).filter(
        (name) => origin[name] !== undefined,
      )
      const present = named.filter((name) => isSaid(origin[name]))
      // Of alternatives the deployment takes one.
      if (present.length === 1 || (present.length === 0 && named.length > 0)) continue
      const kind = originKindOf(document, origin)
      const id = nameOf(origin.Id)
      const missing = kind?.isBucket
        ? setAt([...path, 'S3OriginConfig'], { OriginAccessIdentity: '' }, 'Add S3OriginConfig')
        : setAt(
            [...path, 'CustomOriginConfig'],
            {
              HTTPPort: 80,
              HTTPSPort: 443,
              OriginProtocolPolicy: 'https-only',
              OriginSslProtocols: ['TLSv1.2'],
            },
            'Add CustomOriginConfig',
          )
      yield {
        path,
        message:
          present.length === 0
            ? `The origin “${id}” has none of S3OriginConfig, CustomOriginConfig and VpcOriginConfig, so CloudFront refuses it; add the one for its server.`
            : `The origin “${id}” has ${present.join(' and ')}, and CloudFront takes exactly one; remove the others.`,
        ...(present.length === 0 && kind && { fix: missing }),
      }
    }
  },
})
