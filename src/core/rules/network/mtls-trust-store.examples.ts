import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, oac } from '#fixtures/build.ts'

const mutual = (ViewerMtlsConfig: NonNullable<DistributionConfig['ViewerMtlsConfig']>): DesignDocument =>
  distribution({ HttpVersion: 'http2', ViewerMtlsConfig })

export const examples: RuleExamples = {
  valid: {
    'a trust store': mutual({ Mode: 'required', TrustStoreConfig: { TrustStoreId: 'ts_1' } }),
    'one of the design': mutual({
      Mode: 'optional',
      TrustStoreConfig: { TrustStoreId: { ref: 'Authorities' } },
    }),
    'left to the origin': mutual({ Mode: 'passthrough' }),
    'a mode that the deployment decides': mutual({
      Mode: { unknown: '!Ref Mode', expression: { Ref: 'Mode' } },
    }),
  },
  invalid: {
    required: mutual({ Mode: 'required' }),
    'another resource': distribution(
      {
        HttpVersion: 'http2',
        ViewerMtlsConfig: { Mode: 'required', TrustStoreConfig: { TrustStoreId: { ref: 'Oac' } } },
      },
      { Oac: oac },
    ),
    'an empty id': mutual({ Mode: 'optional', TrustStoreConfig: { TrustStoreId: '' } }),
    'passthrough with one': mutual({ Mode: 'passthrough', TrustStoreConfig: { TrustStoreId: 'ts_1' } }),
  },
}
