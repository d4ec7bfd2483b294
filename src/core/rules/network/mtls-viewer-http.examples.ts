import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, defaultBehavior, distribution } from '#fixtures/build.ts'

const ViewerMtlsConfig = { Mode: 'required', TrustStoreConfig: { TrustStoreId: 'ts_1' } } as const

export const examples: RuleExamples = {
  valid: {
    'HTTPS only': distribution({
      ViewerMtlsConfig,
      DefaultCacheBehavior: defaultBehavior('web', { ViewerProtocolPolicy: 'https-only' }),
    }),
    'a redirect': distribution({ ViewerMtlsConfig }),
    'HTTP without certificates': distribution({
      DefaultCacheBehavior: defaultBehavior('web', { ViewerProtocolPolicy: 'allow-all' }),
    }),
  },
  invalid: {
    HTTP: distribution({
      ViewerMtlsConfig,
      DefaultCacheBehavior: defaultBehavior('web', { ViewerProtocolPolicy: 'allow-all' }),
    }),
    'HTTP in one behavior': distribution({
      ViewerMtlsConfig,
      CacheBehaviors: [behavior('/open/*', 'web', { ViewerProtocolPolicy: 'allow-all' })],
    }),
  },
}
