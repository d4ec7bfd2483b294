import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution, managed } from '#fixtures/build.ts'
import { edgeLambda, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    forwarded: distribution(
      {
        DefaultCacheBehavior: onEvent('origin-request', {
          OriginRequestPolicyId: managed.allViewerExceptHostHeader,
        }),
      },
      edgeLambda({
        Code: {
          ZipFile:
            'exports.handler = async (event) => { const cf = event.Records[0].cf; if (cf.request.querystring) return cf.request; return cf.request }',
        },
      }),
    ),
    'on viewer-request': distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({
        Code: {
          ZipFile:
            'exports.handler = async (event) => { const cf = event.Records[0].cf; if (cf.request.querystring) return cf.request; return cf.request }',
        },
      }),
    ),
  },
  invalid: {
    'not forwarded': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({
        Code: {
          ZipFile:
            'exports.handler = async (event) => { const cf = event.Records[0].cf; const q = new URLSearchParams(cf.request.querystring); return cf.request }',
        },
      }),
    ),
  },
}
