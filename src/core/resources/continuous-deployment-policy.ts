/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ContinuousDeploymentPolicyConfig.html */
import type * as sdk from '@aws-sdk/client-cloudfront'
import { continuousDeploymentType } from '#core/model/shapes/enums.ts'
import { boolean, list, number, string, structure } from '#core/model/shapes/shape.ts'
import type { Unwrap } from '#core/model/unwrap.ts'
import { choice, field, onOff, section, text } from './kind/form-field.ts'
import { defineResource } from './kind/kind.ts'

declare module '#core/model/document.ts' {
  interface ResourceConfigs {
    ContinuousDeploymentPolicy: Unwrap<sdk.ContinuousDeploymentPolicyConfig>
  }
}

export const continuousDeploymentPolicy = defineResource({
  type: 'ContinuousDeploymentPolicy',
  label: 'continuous deployment policy',
  picture: 'staging',
  apiPage: 'ContinuousDeploymentPolicyConfig',
  config: structure<sdk.ContinuousDeploymentPolicyConfig>()({
    StagingDistributionDnsNames: list(string, { required: true }),
    Enabled: boolean,
    TrafficConfig: structure<sdk.TrafficConfig>()({
      SingleWeightConfig: structure<sdk.ContinuousDeploymentSingleWeightConfig>()({
        Weight: number,
        SessionStickinessConfig: structure<sdk.SessionStickinessConfig>()({
          IdleTTL: number,
          MaximumTTL: number,
        }),
      }),
      SingleHeaderConfig: structure<sdk.ContinuousDeploymentSingleHeaderConfig>()({
        Header: string,
        Value: string,
      }),
      Type: continuousDeploymentType,
    }),
  }),
  required: {
    fields: ['Enabled', 'StagingDistributionDnsNames'],
    within: {
      TrafficConfig: {
        fields: ['Type'],
        within: {
          SingleWeightConfig: {
            fields: ['Weight'],
            within: { SessionStickinessConfig: { fields: ['IdleTTL', 'MaximumTTL'] } },
          },
          SingleHeaderConfig: { fields: ['Header', 'Value'] },
        },
      },
    },
  },
  cloudFormation: {
    type: 'AWS::CloudFront::ContinuousDeploymentPolicy',
    wrapper: 'ContinuousDeploymentPolicyConfig',
    identity: ['', 'Id'],
  },
  terraform: { type: 'aws_cloudfront_continuous_deployment_policy', lists: 'counted', identity: 'id' },
  namedBy: [{ field: 'ContinuousDeploymentPolicyId', by: 'id' }],
  placement: { on: 'distribution', field: ['ContinuousDeploymentPolicyId'] },
  form: [
    section(
      'Continuous deployment policy',
      onOff('Enabled', 'Enabled'),
      choice('TrafficConfig.Type', 'Chosen by', ['SingleWeight', 'SingleHeader']),
      field('TrafficConfig.SingleWeightConfig.Weight', 'Weight', { is: 'number' }, 'At most 0.15.'),
      text('TrafficConfig.SingleHeaderConfig.Header', 'Header', 'Its name begins with aws-cf-cd-.'),
      text('TrafficConfig.SingleHeaderConfig.Value', 'Value of the header'),
      field('StagingDistributionDnsNames', 'Staging distribution', { is: 'lines' }),
    ),
  ],
  presets: [],
  deployment: {
    order: 3,
    identifiedBy: 'id',
    fixed: [],
    isShared: false,
    onCreation: null,
    permissions: [
      'CreateContinuousDeploymentPolicy',
      'DeleteContinuousDeploymentPolicy',
      'GetContinuousDeploymentPolicy',
      'GetContinuousDeploymentPolicyConfig',
      'ListContinuousDeploymentPolicies',
      'UpdateContinuousDeploymentPolicy',
    ],
    script: {
      command: 'continuous-deployment-policy',
      member: 'ContinuousDeploymentPolicyConfig',
      answer: 'ContinuousDeploymentPolicy',
      hasCallerReference: false,
    },
  },
})
