import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { customOrigin, distribution } from '#fixtures/build.ts'
import { foreign } from '#fixtures/build-resources.ts'

const host = {
  unknown: '!Select [2, !Split ["/", !GetAtt Url.FunctionUrl]]',
  expression: { 'Fn::Select': [2, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Url', 'FunctionUrl'] }] }] },
  like: 'abc.lambda-url.us-east-1.on.aws',
  refs: ['Url'],
}
const calling = (AuthType: unknown, more: object = {}, target: unknown = { ref: 'Code', attribute: 'Arn' }) =>
  distribution(
    { Origins: [customOrigin('app', { DomainName: host })] },
    {
      Code: foreign('AWS::Lambda::Function', {}),
      Url: foreign('AWS::Lambda::Url', { AuthType, TargetFunctionArn: target }),
      ...more,
    },
  )
const permission = (FunctionName: unknown, Principal: unknown = '*') => ({
  Permission: foreign('AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunctionUrl',
    FunctionName,
    Principal,
    FunctionUrlAuthType: 'NONE',
  }),
})

export const examples: RuleExamples = {
  valid: {
    'open to everybody': calling('NONE', permission({ ref: 'Code' })),
    'a function of another stack': calling('NONE', {}, { unknown: '!Ref Arn', expression: { Ref: 'Arn' } }),
    'a permission for one that the deployment decides': calling(
      'NONE',
      permission({ unknown: '!Ref Name', expression: { Ref: 'Name' } }),
    ),
    'a type that the deployment decides': calling({ unknown: '!Ref Type', expression: { Ref: 'Type' } }),
  },
  invalid: {
    'signed requests only': calling('AWS_IAM'),
    'open in name only': calling('NONE'),
    'open to another service': calling('NONE', permission({ ref: 'Code' }, 'events.amazonaws.com')),
  },
}
