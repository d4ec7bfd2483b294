import type { RuleExamples } from '#core/rules/harness/examples.ts'
import {
  behavior,
  bucketOrigin,
  cloudFrontFunction,
  customOrigin,
  defaultBehavior,
  distribution,
  oac,
} from '#fixtures/build.ts'

const stream = (...behaviors: readonly ReturnType<typeof behavior>[]) =>
  distribution(
    {
      Origins: [customOrigin('web'), bucketOrigin('films')],
      CacheBehaviors: [behavior('*.m3u8', 'films'), ...behaviors],
      DefaultCacheBehavior: defaultBehavior('web'),
    },
    {
      Oac: oac,
      Choose: cloudFrontFunction(
        "import cf from 'cloudfront'\nfunction handler(event) { cf.selectRequestOriginById('films'); return event.request }",
      ),
    },
  )

export const examples: RuleExamples = {
  valid: {
    'segments too': stream(behavior('*.ts', 'films')),
    'a function that may choose the origin': stream(
      behavior('/live/*', 'web', {
        FunctionAssociations: [
          { EventType: 'viewer-request', FunctionARN: { ref: 'Choose', attribute: 'FunctionARN' } },
        ],
      }),
    ),
    'the folder of both': stream(behavior('/live/*', 'films')),
  },
  invalid: { 'manifests alone': stream() },
}
