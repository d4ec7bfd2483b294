import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const store = (IgnoreCertificateExpiry?: boolean): DesignDocument =>
  distribution({
    HttpVersion: 'http2',
    ViewerMtlsConfig: {
      Mode: 'required',
      TrustStoreConfig: {
        TrustStoreId: 'ts_1',
        ...(IgnoreCertificateExpiry !== undefined && { IgnoreCertificateExpiry }),
      },
    },
  })

export const examples: RuleExamples = {
  valid: {
    refused: store(false),
    'by default': store(),
  },
  invalid: {
    taken: store(true),
  },
}
