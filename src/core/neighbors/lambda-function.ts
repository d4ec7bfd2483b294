/** https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html */
import { functionNamed } from '#core/model/function-url.ts'
import { defineNeighbor } from './kind/kind.ts'
import { renamed } from './kind/terraform.ts'

export const lambdaFunction = defineNeighbor({
  id: 'function-url',
  label: 'Lambda function URL',
  types: ['AWS::Lambda::Url'],
  parts: {},
  terraform: {
    aws_lambda_function_url: {
      type: 'AWS::Lambda::Url',
      read: renamed({
        function_name: 'TargetFunctionArn',
        authorization_type: 'AuthType',
        invoke_mode: 'InvokeMode',
      }),
    },
    aws_lambda_permission: {
      type: 'AWS::Lambda::Permission',
      read: renamed({
        action: 'Action',
        function_name: 'FunctionName',
        principal: 'Principal',
        source_arn: 'SourceArn',
        function_url_auth_type: 'FunctionUrlAuthType',
      }),
    },
  },
  matters: ({ config }, document) => {
    const own = functionNamed(document, config['TargetFunctionArn'])
    const may = Object.values(document.resources).flatMap(({ type, config: permission }) => {
      const {
        FunctionName: on,
        Action: action,
        Principal: who,
      } = permission as Readonly<Record<string, unknown>>
      return type === 'AWS::Lambda::Permission' && functionNamed(document, on) === own ? [[who, action]] : []
    })
    return {
      Authorization: config['AuthType'],
      Function: config['TargetFunctionArn'],
      'Invoke mode': config['InvokeMode'],
      'May be called by': may.length > 0 ? may : 'nobody in the design',
    }
  },
})
