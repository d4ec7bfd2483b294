import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { cloudFrontFunction, defaultBehavior, distribution } from '#fixtures/build.ts'
import { edgeLambda, foreign } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    'a version': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            {
              EventType: 'origin-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:1',
            },
          ],
        }),
      },
      {},
    ),
    'a version of the design': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            { EventType: 'origin-request', LambdaFunctionARN: { ref: 'EdgeVersion' } },
          ],
        }),
      },
      edgeLambda(),
    ),
    "SAM's version": distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            { EventType: 'origin-request', LambdaFunctionARN: { ref: 'Fn', attribute: 'Version' } },
          ],
        }),
      },
      { Fn: foreign('AWS::Serverless::Function', { AutoPublishAlias: 'live' }) },
    ),
    'not known': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            {
              EventType: 'origin-request',
              LambdaFunctionARN: { unknown: '!ImportValue f', expression: { 'Fn::ImportValue': 'f' } },
            },
          ],
        }),
      },
      edgeLambda(),
    ),
  },
  invalid: {
    'no version': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            {
              EventType: 'origin-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f',
            },
          ],
        }),
      },
      {},
    ),
    $LATEST: distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            {
              EventType: 'origin-request',
              LambdaFunctionARN: 'arn:aws:lambda:us-east-1:111122223333:function:f:$LATEST',
            },
          ],
        }),
      },
      {},
    ),
    'the ARN of a function': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            { EventType: 'origin-request', LambdaFunctionARN: { ref: 'Edge', attribute: 'Arn' } },
          ],
        }),
      },
      edgeLambda(),
    ),
    'the name of a function': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [{ EventType: 'origin-request', LambdaFunctionARN: { ref: 'Edge' } }],
        }),
      },
      edgeLambda(),
    ),
    'an alias': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [{ EventType: 'origin-request', LambdaFunctionARN: { ref: 'Live' } }],
        }),
      },
      { ...edgeLambda(), Live: foreign('AWS::Lambda::Alias', { FunctionName: { ref: 'Edge' } }) },
    ),
    "SAM's alias": distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [
            { EventType: 'origin-request', LambdaFunctionARN: { ref: 'Fn', attribute: 'Alias' } },
          ],
        }),
      },
      { Fn: foreign('AWS::Serverless::Function', { AutoPublishAlias: 'live' }) },
    ),
    'a CloudFront function': distribution(
      {
        DefaultCacheBehavior: defaultBehavior('web', {
          LambdaFunctionAssociations: [{ EventType: 'origin-request', LambdaFunctionARN: { ref: 'F' } }],
        }),
      },
      { F: cloudFrontFunction() },
    ),
  },
}
