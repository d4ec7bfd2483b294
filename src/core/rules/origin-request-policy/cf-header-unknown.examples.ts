import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, originRequestPolicy } from '#fixtures/build.ts'

const listing = (name: string) =>
  distribution(
    {},
    { Policy: originRequestPolicy({ HeadersConfig: { HeaderBehavior: 'whitelist', Headers: [name] } }) },
  )

export const examples: RuleExamples = {
  valid: { 'a header of CloudFront': listing('CloudFront-Viewer-Country') },
  invalid: { 'a slip': listing('CloudFront-Viewer-Cuntry') },
}
