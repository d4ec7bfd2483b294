/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-restapi.html */
import { defineNeighbor } from './kind/kind.ts'
import { one, renamed, said } from './kind/terraform.ts'

export const api = defineNeighbor({
  id: 'api',
  label: 'API',
  types: [
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
    'AWS::AppSync::GraphQLApi',
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
  ],
  parts: { 'AWS::ApiGateway::Stage': 'RestApiId', 'AWS::ApiGatewayV2::Stage': 'ApiId' },
  terraform: {
    aws_api_gateway_rest_api: {
      type: 'AWS::ApiGateway::RestApi',
      read: (block) =>
        said({
          Name: block.value('name'),
          DisableExecuteApiEndpoint: block.value('disable_execute_api_endpoint'),
          EndpointConfiguration: one(block, 'endpoint_configuration', renamed({ types: 'Types' })),
        }),
    },
    aws_apigatewayv2_api: {
      type: 'AWS::ApiGatewayV2::Api',
      read: renamed({
        name: 'Name',
        protocol_type: 'ProtocolType',
        disable_execute_api_endpoint: 'DisableExecuteApiEndpoint',
      }),
    },
    aws_api_gateway_stage: {
      type: 'AWS::ApiGateway::Stage',
      read: renamed({ rest_api_id: 'RestApiId', stage_name: 'StageName' }),
    },
    aws_apigatewayv2_stage: {
      type: 'AWS::ApiGatewayV2::Stage',
      read: renamed({ api_id: 'ApiId', name: 'StageName' }),
    },
    aws_appsync_graphql_api: {
      type: 'AWS::AppSync::GraphQLApi',
      read: renamed({ name: 'Name', authentication_type: 'AuthenticationType' }),
    },
  },
  matters: ({ config, parts }) => ({
    Name: config['Name'],
    Protocol: config['ProtocolType'],
    Endpoint: config['EndpointConfiguration'],
    'execute-api endpoint off': config['DisableExecuteApiEndpoint'],
    Authorization: config['AuthenticationType'],
    Stages: parts.map((part) => part.config['StageName']),
  }),
})
