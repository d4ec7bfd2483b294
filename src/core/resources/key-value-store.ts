/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateKeyValueStore.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import type { Expression } from '#core/model/field.ts'
import { importSourceType } from '#core/model/shapes/enums.ts'
import { named, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    KeyValueStore: {
      Name?: string | Expression
      Comment?: string | Expression
      ImportSource?: Unwrap<sdk.ImportSource> | Expression
    }
  }
}

export const keyValueStore = defineResource({
  type: 'KeyValueStore',
  label: 'key value store',
  picture: 'store',
  apiPage: 'CreateKeyValueStore',
  config: structure<{ Name: 1; Comment: 1; ImportSource: 1 }>()({
    Name: string,
    Comment: string,
    ImportSource: structure<sdk.ImportSource>()({
      SourceType: importSourceType,
      SourceARN: named('SourceArn', string),
    }),
  }),
  required: { fields: ['Name'], within: { ImportSource: { fields: ['SourceType', 'SourceARN'] } } },
  cloudFormation: { type: 'AWS::CloudFront::KeyValueStore', wrapper: null, identity: ['Arn'] },
  terraform: {
    type: 'aws_cloudfront_key_value_store',
    lists: 'plain',
    identity: 'arn',
  },
  namedBy: [{ field: 'KeyValueStoreARN', by: 'arn' }],
  placement: {
    on: 'function',
    field: ['FunctionConfig', 'KeyValueStoreAssociations'],
    value: (_, id) => [{ KeyValueStoreARN: { ref: id } }],
  },
  form: [section('Key value store', text('Name', 'Name'), text('Comment', 'Description'))],
  presets: [
    {
      id: 'key-value-store',
      label: 'Key value store',
      group: 'Functions and access',
      hint: 'data that functions read',
      name: 'KeyValueStore',
      config: { Name: 'my-store', Comment: '' },
    },
  ],
  notCarried: ['its keys and values, but for what fills it when it is made; `frontage keys` stores them'],
  deployment: {
    order: 0,
    identifiedBy: 'name',
    fixed: ['Name'],
    isTagged: true,
    isShared: false,
    onCreation: 'It is billed by reads and writes.',
    permissions: [
      'CreateKeyValueStore',
      'DeleteKeyValueStore',
      'DescribeKeyValueStore',
      'ListKeyValueStores',
      'UpdateKeyValueStore',
    ],
    script: { command: 'key-value-store', member: null, answer: 'KeyValueStore', hasCallerReference: false },
  },
})
