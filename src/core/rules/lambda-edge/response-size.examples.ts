import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { edgeLambda, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    small: distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; return { status: '200', body: 'ok' } }",
        },
      }),
    ),
    'large enough for origin events': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; return { status: '200', body: 'x'.repeat(50000) } }",
        },
      }),
    ),
  },
  invalid: {
    'large for viewers': distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; return { status: '200', body: 'x'.repeat(50000) } }",
        },
      }),
    ),
    'through a callback': distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = (event, context, callback) => { const response = { status: '200', body: 'x'.repeat(50000) }; callback(null, response) }",
        },
      }),
    ),
  },
}
