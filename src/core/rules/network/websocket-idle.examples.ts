import type { RuleExamples } from '#core/rules/harness/examples.ts'

import { behavior, bucketOrigin, distribution, oac } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'another path': distribution({ CacheBehaviors: [behavior('/api/*', 'web')] }),
    'a word that begins alike': distribution({ CacheBehaviors: [behavior('/wsdl/*', 'web')] }),
  },
  invalid: {
    'a server': distribution({ CacheBehaviors: [behavior('/ws/*', 'web')] }),
    'a bucket': distribution(
      { Origins: [bucketOrigin('files')], CacheBehaviors: [behavior('/websocket', 'files')] },
      { Oac: oac },
    ),
  },
}
