/** A CloudFront function: its name, code (source text) and configuration. https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import type { LogicalId } from '#core/model/document.ts'
import type { Expression } from '#core/model/field.ts'
import { boolean, bytes, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { choice, field, onOff, section, text } from './kind/form-field.ts'
import { functionConfig } from './kind/function-config.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    Function: {
      Name?: string | Expression
      FunctionCode?: string | Expression
      FunctionConfig?: Unwrap<sdk.FunctionConfig> | Expression
      /** CloudFormation's word for publishing to the LIVE stage after each update. */
      AutoPublish?: boolean | Expression
    }
  }
}

/** For a site whose folders have an index page. */
const code =
  "function handler(event) {\n  const request = event.request\n  if (request.uri.endsWith('/')) request.uri += 'index.html'\n  return request\n}\n"

/** For one that runs where the viewer request has its function. */
export const codeForResponse =
  'function handler(event) {\n  const response = event.response\n  return response\n}\n'

const viewerEvents = ['viewer-request', 'viewer-response']

/** A behavior has one function for each event: the first event that is free, else the viewer request's is replaced. */
function withFunction(before: unknown, id: LogicalId): readonly object[] {
  // The field of a behavior.
  const rows = (before ?? []) as readonly object[]
  const eventOf = (row: object) => ('EventType' in row ? row.EventType : undefined)
  const taken = rows.map(eventOf)
  const EventType = viewerEvents.find((event) => !taken.includes(event)) ?? 'viewer-request'
  return [...rows.filter((row) => eventOf(row) !== EventType), { EventType, FunctionARN: { ref: id } }]
}

export const cloudFrontFunction = defineResource({
  type: 'Function',
  label: 'function',
  picture: 'function',
  apiPage: 'CreateFunction',
  config: structure<{
    Name: 1
    FunctionCode: 1
    FunctionConfig: 1
    AutoPublish: 1
  }>()({ Name: string, FunctionCode: bytes, FunctionConfig: functionConfig, AutoPublish: boolean }),
  required: {
    fields: ['Name', 'FunctionCode', 'FunctionConfig'],
    within: {
      FunctionConfig: {
        fields: ['Runtime'],
        within: { KeyValueStoreAssociations: { fields: ['KeyValueStoreARN'] } },
      },
    },
  },
  cloudFormation: {
    type: 'AWS::CloudFront::Function',
    wrapper: null,
    identity: ['FunctionARN', 'FunctionMetadata.FunctionARN', ''],
  },
  terraform: {
    type: 'aws_cloudfront_function',
    lists: 'plain',
    identity: 'arn',
    names: { FunctionCode: 'code', AutoPublish: 'publish' },
    flattened: {
      FunctionConfig: {
        Comment: 'comment',
        Runtime: 'runtime',
        KeyValueStoreAssociations: 'key_value_store_associations',
      },
    },
  },
  namedBy: [{ field: 'FunctionARN', by: 'arn', path: '' }],
  placement: { on: 'behavior', field: ['FunctionAssociations'], value: withFunction },
  form: [
    section(
      'CloudFront function',
      text('Name', 'Name'),
      choice('FunctionConfig.Runtime', 'Runtime', ['cloudfront-js-2.0', 'cloudfront-js-1.0']),
      field('FunctionCode', 'Code', { is: 'area' }, 'At most 10 KB.'),
      onOff('AutoPublish', 'Publish on each update'),
    ),
  ],
  presets: [
    {
      id: 'function',
      label: 'CloudFront function',
      group: 'Functions and access',
      hint: 'on viewer events',
      name: 'Function',
      config: {
        Name: 'my-function',
        AutoPublish: true,
        FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
        FunctionCode: code,
      },
    },
  ],
  deployment: {
    order: 1,
    identifiedBy: 'name',
    fixed: ['Name'],
    isTagged: true,
    isShared: true,
    onCreation: null,
    permissions: [
      'CreateFunction',
      'DeleteFunction',
      'DescribeFunction',
      'GetFunction',
      'ListFunctions',
      'PublishFunction',
      'TestFunction',
      'UpdateFunction',
    ],
    script: { command: 'function', member: null, answer: 'FunctionSummary', hasCallerReference: false },
  },
})
