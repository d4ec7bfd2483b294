import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { edgeLambda, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'on origin-request': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; if (cf.request.headers['cloudfront-viewer-country']) return cf.request; return cf.request }",
        },
      }),
    ),
    'another header': distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; if (cf.request.headers['user-agent']) return cf.request; return cf.request }",
        },
      }),
    ),
  },
  invalid: {
    'the country': distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; const { headers } = cf.request; const country = headers['cloudfront-viewer-country']; return cf.request }",
        },
      }),
    ),
  },
}
