import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'
import { edgeLambda, foreign, onEvent } from '#fixtures/build-resources.ts'

export const examples: RuleExamples = {
  valid: {
    both: distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      {
        ...edgeLambda({ Role: { ref: 'Role', attribute: 'Arn' } }),
        Role: foreign('AWS::IAM::Role', {
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        }),
      },
    ),
    'a role from elsewhere': distribution({ DefaultCacheBehavior: onEvent('origin-request') }, edgeLambda()),
    'SAM with both': distribution(
      {
        DefaultCacheBehavior: onEvent('origin-request', {
          LambdaFunctionAssociations: [
            { EventType: 'origin-request', LambdaFunctionARN: { ref: 'Resize', attribute: 'Version' } },
          ],
        }),
      },
      {
        Resize: foreign('AWS::Serverless::Function', {
          Runtime: 'nodejs22.x',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        }),
      },
    ),
    'SAM with a role': distribution(
      {
        DefaultCacheBehavior: onEvent('origin-request', {
          LambdaFunctionAssociations: [
            { EventType: 'origin-request', LambdaFunctionARN: { ref: 'Resize', attribute: 'Version' } },
          ],
        }),
      },
      {
        Resize: foreign('AWS::Serverless::Function', {
          Runtime: 'nodejs22.x',
          Role: 'arn:aws:iam::111122223333:role/edge',
        }),
      },
    ),
  },
  invalid: {
    'Lambda only': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      {
        ...edgeLambda({ Role: { ref: 'Role', attribute: 'Arn' } }),
        Role: foreign('AWS::IAM::Role', {
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
            ],
          },
        }),
      },
    ),
    'a list': distribution(
      { DefaultCacheBehavior: onEvent('origin-request') },
      {
        ...edgeLambda({ Role: { ref: 'Role', attribute: 'Arn' } }),
        Role: foreign('AWS::IAM::Role', {
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] }, Action: 'sts:AssumeRole' },
            ],
          },
        }),
      },
    ),
    "SAM's own role": distribution(
      {
        DefaultCacheBehavior: onEvent('origin-request', {
          LambdaFunctionAssociations: [
            { EventType: 'origin-request', LambdaFunctionARN: { ref: 'Resize', attribute: 'Version' } },
          ],
        }),
      },
      { Resize: foreign('AWS::Serverless::Function', { Runtime: 'nodejs22.x' }) },
    ),
  },
}
