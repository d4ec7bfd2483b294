import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { namedTwice } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = namedTwice({
  type: 'ConnectionFunction',
  config: {
    Name: 'check-client',
    ConnectionFunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
    ConnectionFunctionCode: 'function connectionHandler(connection) { connection.allow() }',
  },
})
