import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originMtlsCertArn = defineRule({
  id: 'origin/mtls-cert-arn',
  severity: 'error',
  sees: 'origin',
  summary: 'The client certificate for the origin is not an ACM certificate of us-east-1.',
  why: 'OriginMtlsConfig names a certificate in AWS Certificate Manager of us-east-1 by its ARN.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginMtlsConfig.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const arn = known(known(known(origin.CustomOriginConfig)?.OriginMtlsConfig)?.ClientCertificateArn)
      if (arn === undefined || /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/.+$/.test(arn)) continue
      yield {
        path: [...path, 'CustomOriginConfig', 'OriginMtlsConfig', 'ClientCertificateArn'],
        message: `“${arn}” is not the ARN of an ACM certificate in us-east-1, so CloudFront refuses it for the origin “${nameOf(origin.Id)}”; use “arn:aws:acm:us-east-1:…:certificate/…”.`,
      }
    }
  },
})
