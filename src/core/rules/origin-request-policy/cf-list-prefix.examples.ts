import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'CloudFront-': distribution(
      {},
      {
        P: originRequestPolicy({
          HeadersConfig: {
            HeaderBehavior: 'allViewerAndWhitelistCloudFront',
            Headers: ['CloudFront-Viewer-Country'],
          },
        }),
      },
    ),
  },
  invalid: {
    other: distribution(
      {},
      {
        P: originRequestPolicy({
          HeadersConfig: { HeaderBehavior: 'allViewerAndWhitelistCloudFront', Headers: ['Origin'] },
        }),
      },
    ),
  },
}
