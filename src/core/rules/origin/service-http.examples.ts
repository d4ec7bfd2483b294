import type { Origin } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, defaultBehavior, distribution } from '#fixtures/build.ts'

type Policy = 'http-only' | 'https-only' | 'match-viewer'

const asking = (DomainName: string, OriginProtocolPolicy: Policy): Origin =>
  customOrigin('web', {
    DomainName,
    CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy },
  })
const by = (DomainName: string, policy: Policy) => distribution({ Origins: [asking(DomainName, policy)] })

export const examples: RuleExamples = {
  valid: {
    'by HTTPS': by('a1.eu-west-1.awsapprunner.com', 'https-only'),
    'as viewers come, who come by HTTPS': by('a1.eu-west-1.awsapprunner.com', 'match-viewer'),
  },
  invalid: {
    'App Runner': by('a1.eu-west-1.awsapprunner.com', 'http-only'),
    AppSync: by('a1.appsync-api.eu-west-1.amazonaws.com', 'http-only'),
    'MediaPackage v1': by('a1.mediapackage.eu-west-1.amazonaws.com', 'http-only'),
    MediaTailor: by('a1.mediatailor.eu-west-1.amazonaws.com', 'http-only'),
    'as viewers come, who may come by HTTP': distribution({
      Origins: [asking('a1.eu-west-1.awsapprunner.com', 'match-viewer')],
      DefaultCacheBehavior: defaultBehavior('web', { ViewerProtocolPolicy: 'allow-all' }),
    }),
  },
}
