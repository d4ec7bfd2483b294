/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
import { kmsEncryptionOf } from '#core/model/bucket-encryption.ts'
import { valueAt } from '#core/model/path.ts'
import { defineNeighbor } from './kind/kind.ts'
import { each, inWords, one, renamed, said, type TerraformBlock } from './kind/terraform.ts'

const accessLists = {
  private: 'Private',
  'public-read': 'PublicRead',
  'public-read-write': 'PublicReadWrite',
  'authenticated-read': 'AuthenticatedRead',
  'log-delivery-write': 'LogDeliveryWrite',
  'bucket-owner-read': 'BucketOwnerRead',
  'bucket-owner-full-control': 'BucketOwnerFullControl',
  'aws-exec-read': 'AwsExecRead',
}
const accessList = (block: TerraformBlock) => inWords(block.value('acl'), accessLists)

const encryption = (block: TerraformBlock) => ({
  ServerSideEncryptionConfiguration: each(block, 'rule', (rule) =>
    said({
      BucketKeyEnabled: rule.value('bucket_key_enabled'),
      ServerSideEncryptionByDefault: one(
        rule,
        'apply_server_side_encryption_by_default',
        renamed({ sse_algorithm: 'SSEAlgorithm', kms_master_key_id: 'KMSMasterKeyID' }),
      ),
    }),
  ),
})
const website = (block: TerraformBlock) =>
  said({
    IndexDocument:
      block.value('index_document') ?? one(block, 'index_document', (index) => index.value('suffix')),
    ErrorDocument:
      block.value('error_document') ?? one(block, 'error_document', (error) => error.value('key')),
    RedirectAllRequestsTo:
      block.value('redirect_all_requests_to') ??
      one(block, 'redirect_all_requests_to', renamed({ host_name: 'HostName', protocol: 'Protocol' })),
  })
const isWithLists = (rule: TerraformBlock) => said({ ObjectOwnership: rule.value('object_ownership') })

export const bucket = defineNeighbor({
  id: 'bucket',
  label: 'S3 bucket',
  types: ['AWS::S3::Bucket'],
  parts: { 'AWS::S3::BucketPolicy': 'Bucket' },
  terraform: {
    aws_s3_bucket: {
      type: 'AWS::S3::Bucket',
      read: (block) =>
        said({
          BucketName: block.value('bucket'),
          AccessControl: accessList(block),
          BucketEncryption: one(block, 'server_side_encryption_configuration', encryption),
          WebsiteConfiguration: one(block, 'website', website),
          LifecycleConfiguration: block.blocks('lifecycle_rule').length > 0 ? { Rules: [] } : undefined,
        }),
      beside: {
        type: 'AWS::S3::BucketPolicy',
        owner: 'Bucket',
        name: 'policy',
        read: (block) => {
          const policy = block.policy('policy')
          return policy === undefined ? undefined : { PolicyDocument: policy }
        },
      },
    },
    aws_s3_bucket_policy: {
      type: 'AWS::S3::BucketPolicy',
      read: (block) => said({ Bucket: block.value('bucket'), PolicyDocument: block.policy('policy') }),
    },
    aws_s3_bucket_acl: {
      type: 'AWS::S3::Bucket',
      partOf: 'bucket',
      read: (block) => said({ AccessControl: accessList(block) }),
    },
    aws_s3_bucket_ownership_controls: {
      type: 'AWS::S3::Bucket',
      partOf: 'bucket',
      read: (block) => said({ OwnershipControls: said({ Rules: each(block, 'rule', isWithLists) }) }),
    },
    aws_s3_bucket_public_access_block: {
      type: 'AWS::S3::Bucket',
      partOf: 'bucket',
      read: (block) => ({
        PublicAccessBlockConfiguration: renamed({
          block_public_acls: 'BlockPublicAcls',
          block_public_policy: 'BlockPublicPolicy',
          ignore_public_acls: 'IgnorePublicAcls',
          restrict_public_buckets: 'RestrictPublicBuckets',
        })(block),
      }),
    },
    aws_s3_bucket_website_configuration: {
      type: 'AWS::S3::Bucket',
      partOf: 'bucket',
      read: (block) => ({ WebsiteConfiguration: website(block) }),
    },
    aws_s3_bucket_server_side_encryption_configuration: {
      type: 'AWS::S3::Bucket',
      partOf: 'bucket',
      read: (block) => ({ BucketEncryption: encryption(block) }),
    },
    aws_s3_bucket_lifecycle_configuration: {
      type: 'AWS::S3::Bucket',
      partOf: 'bucket',
      read: () => ({ LifecycleConfiguration: { Rules: [] } }),
    },
  },
  matters: ({ id, config, parts }, document) => ({
    Name: config['BucketName'],
    'Bucket policy': parts.length > 0 ? parts.map((part) => part.id) : 'none in the design',
    'Access control list': config['AccessControl'],
    Ownership: valueAt(config, ['OwnershipControls', 'Rules', 0, 'ObjectOwnership']),
    'Public access': config['PublicAccessBlockConfiguration'],
    Encryption: kmsEncryptionOf(document, id)
      ? (kmsEncryptionOf(document, id)?.key ?? 'AWS managed key')
      : 'SSE-S3',
    Website: config['WebsiteConfiguration'],
  }),
})
