import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { edgeLambda, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a header': distribution(
      { DefaultCacheBehavior: onEvent('viewer-response') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; cf.response.headers['x-id'] = [{ value: '1' }]; return cf.response }",
        },
      }),
    ),
    'on origin-response': distribution(
      { DefaultCacheBehavior: onEvent('origin-response') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; cf.response.status = '200'; return cf.response }",
        },
      }),
    ),
  },
  invalid: {
    'a status': distribution(
      { DefaultCacheBehavior: onEvent('viewer-response') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; const { response } = cf; response.status = '200'; return response }",
        },
      }),
    ),
  },
}
