import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'
import { edgeLambda } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'an ARN': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: 'arn:aws:cloudfront::111122223333:function/f' },
          ],
        }),
      },
      {},
    ),
    'a function of the design': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'F' } }],
        }),
      },
      { F: cloudFrontFunction() },
    ),
    'not known': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [
            {
              EventType: 'viewer-request',
              FunctionARN: { unknown: '!ImportValue f', expression: { 'Fn::ImportValue': 'f' } },
            },
          ],
        }),
      },
      {},
    ),
  },
  invalid: {
    "Lambda's": distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [
            {
              EventType: 'viewer-request',
              FunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1',
            },
          ],
        }),
      },
      {},
    ),
    'a name': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'rewrite' }],
        }),
      },
      {},
    ),
    'a Lambda version of the design': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: { ref: 'EdgeVersion' } }],
        }),
      },
      edgeLambda(),
    ),
    'its stage': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: { ref: 'F', attribute: 'Stage' } },
          ],
        }),
      },
      { F: cloudFrontFunction() },
    ),
  },
}
