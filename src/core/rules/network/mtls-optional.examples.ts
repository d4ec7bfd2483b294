import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const mutual = (Mode: 'required' | 'optional' | 'passthrough'): DesignDocument =>
  distribution({
    HttpVersion: 'http2',
    ViewerMtlsConfig: { Mode, TrustStoreConfig: { TrustStoreId: 'ts_1' } },
  })

export const examples: RuleExamples = {
  valid: {
    required: mutual('required'),
    none: distribution(),
  },
  invalid: {
    optional: mutual('optional'),
    passthrough: mutual('passthrough'),
  },
}
