/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateConnectionFunction.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import type { Expression } from '#core/model/field.ts'
import { boolean, bytes, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { functionConfig } from './kind/function-config.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    ConnectionFunction: Unwrap<Omit<sdk.CreateConnectionFunctionRequest, 'Tags'>> & {
      AutoPublish?: boolean | Expression
    }
  }
}

export const connectionFunction = defineResource({
  type: 'ConnectionFunction',
  label: 'connection function',
  picture: 'function',
  apiPage: 'CreateConnectionFunction',
  config: structure<Omit<sdk.CreateConnectionFunctionRequest, 'Tags'> & { AutoPublish: 1 }>()({
    Name: string,
    ConnectionFunctionConfig: functionConfig,
    ConnectionFunctionCode: bytes,
    AutoPublish: boolean,
  }),
  required: {
    fields: ['Name', 'ConnectionFunctionCode', 'ConnectionFunctionConfig'],
    within: {
      ConnectionFunctionConfig: {
        fields: ['Comment', 'Runtime'],
        within: { KeyValueStoreAssociations: { fields: ['KeyValueStoreARN'] } },
      },
    },
  },
  cloudFormation: { type: 'AWS::CloudFront::ConnectionFunction', wrapper: null, identity: ['', 'Id'] },
  terraform: {
    type: 'aws_cloudfront_connection_function',
    lists: 'plain',
    identity: 'id',
    names: {
      AutoPublish: 'publish',
      KeyValueStoreAssociations: 'key_value_store_association',
    },
  },
  namedBy: [{ field: 'ConnectionFunctionAssociation.Id', by: 'id' }],
  placement: null,
  form: [],
  presets: [],
  deployment: {
    order: 1,
    identifiedBy: 'id',
    fixed: ['Name'],
    isTagged: true,
    isShared: true,
    onCreation: null,
    permissions: [
      'CreateConnectionFunction',
      'DeleteConnectionFunction',
      'DescribeConnectionFunction',
      'GetConnectionFunction',
      'ListConnectionFunctions',
      'PublishConnectionFunction',
      'UpdateConnectionFunction',
    ],
    script: {
      command: 'connection-function',
      member: null,
      answer: 'ConnectionFunctionSummary',
      hasCallerReference: false,
    },
  },
})
