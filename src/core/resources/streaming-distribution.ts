/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_StreamingDistributionConfig.html */

import type { JsonObject } from '#core/model/field.ts'
import { defineResource, notDeployed } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    StreamingDistribution: JsonObject
  }
}

export const streamingDistribution = defineResource({
  type: 'StreamingDistribution',
  label: 'streaming distribution',
  picture: 'resource',
  apiPage: 'StreamingDistributionConfig',
  config: { kind: 'structure', fields: {} },
  required: {},
  cloudFormation: {
    type: 'AWS::CloudFront::StreamingDistribution',
    wrapper: 'StreamingDistributionConfig',
    identity: ['', 'Id'],
  },
  terraform: null,
  namedBy: [],
  ...notDeployed,
})
