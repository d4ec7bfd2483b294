import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'with mutual TLS': distribution(
      { ConnectionFunctionAssociation: { Id: { ref: 'Connect' } }, ViewerMtlsConfig: { Mode: 'required' } },
      {
        Connect: {
          type: 'ConnectionFunction',
          config: {
            Name: 'connect',
            ConnectionFunctionCode: 'function connectionHandler(connection) { connection.allow() }',
            ConnectionFunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
          },
        },
      },
    ),
    none: distribution(),
  },
  invalid: {
    without: distribution(
      { ConnectionFunctionAssociation: { Id: { ref: 'Connect' } } },
      {
        Connect: {
          type: 'ConnectionFunction',
          config: {
            Name: 'connect',
            ConnectionFunctionCode: 'function connectionHandler(connection) { connection.allow() }',
            ConnectionFunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
          },
        },
      },
    ),
    'runtime 1.0': distribution(
      {},
      {
        Connect: {
          type: 'ConnectionFunction',
          config: {
            Name: 'connect',
            ConnectionFunctionCode: 'function connectionHandler(connection) { connection.allow() }',
            ConnectionFunctionConfig: { Comment: '', Runtime: 'cloudfront-js-1.0' },
          },
        },
      },
    ),
  },
}
