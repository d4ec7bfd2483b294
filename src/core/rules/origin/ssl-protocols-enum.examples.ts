import type { Origin } from '#core/model/document.ts'
import type { Expression } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

type CustomOriginConfig = Exclude<Origin['CustomOriginConfig'], Expression | undefined>
const custom: CustomOriginConfig = {
  HTTPPort: 80,
  HTTPSPort: 443,
  OriginProtocolPolicy: 'https-only',
  // A value that the SDK's type does not have, as a template may hold it.
  OriginSslProtocols: ['TLSv1.3' as 'TLSv1.2'],
}

export const examples: RuleExamples = {
  valid: {
    'the common case': distribution(),
  },
  invalid: {
    'version 1.3': distribution({ Origins: [customOrigin('web', { CustomOriginConfig: custom })] }),
  },
}
