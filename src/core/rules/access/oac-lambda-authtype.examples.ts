import type { DesignDocument, Resource } from '#core/model/document.ts'
import type { Json } from '#core/model/field.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'

const granting = (FunctionName: Json, AuthType: string, ...actions: string[]): DesignDocument =>
  distribution(
    {
      Origins: [
        customOrigin('api', {
          DomainName: {
            unknown: '!Select [2, !Split ["/", !GetAtt Url.FunctionUrl]]',
            expression: { 'Fn::Select': [] },
            like: 'url.lambda-url.us-east-1.on.aws',
            refs: ['Url'],
          },
          OriginAccessControlId: { ref: 'Oac' },
        }),
      ],
    },
    {
      Oac: {
        type: 'OriginAccessControl',
        config: {
          Name: 'api',
          OriginAccessControlOriginType: 'lambda',
          SigningBehavior: 'always',
          SigningProtocol: 'sigv4',
        },
      },
      Api: { type: 'AWS::Lambda::Function', config: {} },
      Url: {
        type: 'AWS::Lambda::Url',
        config: { AuthType, TargetFunctionArn: { ref: 'Api', attribute: 'Arn' } },
      },
      ...Object.fromEntries(
        actions.map((Action, index): [string, Resource] => [
          `Permission${index}`,
          {
            type: 'AWS::Lambda::Permission',
            config: {
              Action,
              FunctionName,
              Principal: 'cloudfront.amazonaws.com',
              SourceArn: 'arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE',
            },
          },
        ]),
      ),
    },
  )

const url = (AuthType: string, ...actions: string[]) => granting({ ref: 'Api' }, AuthType, ...actions)

export const examples: RuleExamples = {
  valid: {
    'signed, with both permissions': url('AWS_IAM', 'lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'),
    'the function that the URL names': granting(
      { ref: 'Url', attribute: 'FunctionArn' },
      'AWS_IAM',
      'lambda:InvokeFunctionUrl',
      'lambda:InvokeFunction',
    ),
    'a function URL of the account': distribution({
      Origins: [
        customOrigin('api', {
          DomainName: 'abcdefghij.lambda-url.eu-west-1.on.aws',
          OriginAccessControlId: 'E2ABC3DEF4GHI5',
        }),
      ],
    }),
  },
  invalid: {
    'open to everyone': url('NONE', 'lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'),
    'no permission': url('AWS_IAM'),
    'one of two': url('AWS_IAM', 'lambda:InvokeFunctionUrl'),
  },
}
