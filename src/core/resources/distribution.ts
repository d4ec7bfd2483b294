/** https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html */

import { distributionForm } from './distribution/form.ts'
import { multiTenant } from './distribution/multi-tenant.ts'
import { requiredOfDistribution } from './distribution/required.ts'
import { distributionConfig } from './distribution/shape.ts'
import { terraformNames } from './distribution/terraform-names.ts'
import { defineResource } from './kind/kind.ts'

export const distribution = defineResource({
  type: 'Distribution',
  label: 'distribution',
  picture: 'distribution',
  apiPage: 'DistributionConfig',
  config: distributionConfig,
  required: requiredOfDistribution,
  cloudFormation: {
    type: 'AWS::CloudFront::Distribution',
    wrapper: 'DistributionConfig',
    identity: ['', 'Id'],
  },
  terraform: {
    type: 'aws_cloudfront_distribution',
    lists: 'plain',
    identity: 'id',
    names: terraformNames,
    flattened: {
      AllowedMethods: { Items: 'allowed_methods', CachedMethods: 'cached_methods' },
      TrustedSigners: { Items: 'trusted_signers' },
      TrustedKeyGroups: { Items: 'trusted_key_groups' },
    },
  },
  terraformVariants: [multiTenant],
  namedBy: [
    { field: 'StagingDistributionDnsNames', by: 'domain name' },
    { field: 'DistributionId', by: 'id' },
  ],
  placement: null,
  form: distributionForm,
  presets: [],
  deployment: {
    order: 4,
    identifiedBy: 'id',
    // Staging or primary for good: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_UpdateDistribution.html
    fixed: ['Staging'],
    isTagged: true,
    isShared: false,
    onCreation:
      'CloudFront takes some minutes until all edge locations serve it; no site that exists is touched.',
    permissions: [
      'CreateDistribution',
      'CreateInvalidation',
      'DeleteDistribution',
      'GetDistribution',
      'GetInvalidation',
      'ListDistributions',
      'UpdateDistribution',
      'UpdateDistributionWithStagingConfig',
    ],
    script: {
      command: 'distribution',
      member: 'DistributionConfig',
      answer: 'Distribution',
      hasCallerReference: true,
    },
  },
})
