/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_KeyGroupConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import type { DefaultCacheBehavior, LogicalId } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import { plainList, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { field, section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    KeyGroup: Unwrap<sdk.KeyGroupConfig>
  }
}

function withGroup(before: unknown, id: LogicalId): object {
  // The field of a behavior.
  const { Items = [] } = known(before as DefaultCacheBehavior['TrustedKeyGroups']) ?? {}
  const others = Items.filter((item) => !(isRef(item) && item.ref === id))
  return { Enabled: true, Items: [...others, { ref: id }] }
}

export const keyGroup = defineResource({
  type: 'KeyGroup',
  label: 'key group',
  picture: 'key',
  apiPage: 'KeyGroupConfig',
  config: structure<sdk.KeyGroupConfig>()({
    Name: string,
    Items: plainList(string),
    Comment: string,
  }),
  required: { fields: ['Name', 'Items'] },
  cloudFormation: { type: 'AWS::CloudFront::KeyGroup', wrapper: 'KeyGroupConfig', identity: ['', 'Id'] },
  terraform: { type: 'aws_cloudfront_key_group', lists: 'plain', identity: 'id' },
  namedBy: [{ field: 'TrustedKeyGroups.Items', by: 'id' }],
  placement: { on: 'behavior', field: ['TrustedKeyGroups'], value: withGroup },
  form: [section('Key group', text('Name', 'Name'), field('Items', 'Public keys', { is: 'lines' }))],
  presets: [
    {
      id: 'key-group',
      label: 'Key group',
      group: 'Functions and access',
      hint: 'who may sign URLs',
      name: 'KeyGroup',
      config: { Name: 'my-keys', Items: [] },
    },
  ],
  deployment: {
    order: 1,
    identifiedBy: 'id',
    fixed: [],
    isShared: true,
    onCreation: null,
    permissions: ['CreateKeyGroup', 'DeleteKeyGroup', 'GetKeyGroup', 'ListKeyGroups', 'UpdateKeyGroup'],
    script: {
      command: 'key-group',
      member: 'KeyGroupConfig',
      answer: 'KeyGroup',
      hasCallerReference: false,
    },
  },
})
