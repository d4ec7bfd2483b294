import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { edgeLambda, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a package': distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "const aws = require('aws-sdk'); exports.handler = async (event) => { const cf = event.Records[0].cf; return cf.request }",
        },
      }),
    ),
    'the network': distribution(
      { DefaultCacheBehavior: onEvent('viewer-request') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; await fetch('https://api.example.org/'); return cf.request }",
        },
      }),
    ),
    'an origin event': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      edgeLambda({
        Code: {
          ZipFile: 'exports.handler = async (event) => { const cf = event.Records[0].cf; return cf.request }',
        },
      }),
    ),
  },
  invalid: {
    'a header': distribution(
      { DefaultCacheBehavior: onEvent('viewer-response') },
      edgeLambda({
        Code: {
          ZipFile:
            "exports.handler = async (event) => { const cf = event.Records[0].cf; cf.response.headers['x-frame-options'] = [{ key: 'X-Frame-Options', value: 'DENY' }]; return cf.response }",
        },
      }),
    ),
  },
}
