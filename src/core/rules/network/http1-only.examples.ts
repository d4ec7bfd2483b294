import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution({ HttpVersion: 'http2and3' }),
    'HTTP/2': distribution({ HttpVersion: 'http2' }),
  },
  invalid: {
    'HTTP/1.1': distribution({ HttpVersion: 'http1.1' }),
    'with client certificates': distribution({
      HttpVersion: 'http1.1',
      ViewerMtlsConfig: { Mode: 'required', TrustStoreConfig: { TrustStoreId: 'ts_1' } },
    }),
  },
}
