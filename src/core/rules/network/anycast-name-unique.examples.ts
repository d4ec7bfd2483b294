import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { namedTwice } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = namedTwice({
  type: 'AnycastIpList',
  config: { Name: 'fixed', IpCount: 3 },
})
