import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const mutual = (HttpVersion: 'http2' | 'http3' | 'http2and3'): DesignDocument =>
  distribution({
    HttpVersion,
    ViewerMtlsConfig: { Mode: 'required', TrustStoreConfig: { TrustStoreId: 'ts_1' } },
  })

export const examples: RuleExamples = {
  valid: {
    'HTTP/2': mutual('http2'),
    'HTTP/3 without certificates': distribution({ HttpVersion: 'http3' }),
  },
  invalid: {
    'HTTP/3': mutual('http3'),
    both: mutual('http2and3'),
  },
}
