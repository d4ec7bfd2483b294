import {
  choice,
  type FormSection,
  field,
  more,
  onOff,
  section,
  text,
} from '#core/resources/kind/form-field.ts'

export const distributionForm: readonly FormSection[] = [
  section(
    'General',
    onOff('Enabled', 'Enabled'),
    text('Comment', 'Description'),
    choice(
      'PriceClass',
      'Price class',
      ['PriceClass_All', 'PriceClass_200', 'PriceClass_100'],
      'Fewer regions cost less and are farther from some viewers.',
    ),
    choice('HttpVersion', 'HTTP versions', ['http2and3', 'http2', 'http3', 'http1.1']),
    onOff('IsIPV6Enabled', 'IPv6'),
    text('DefaultRootObject', 'Default root object', 'Served for “/” only, not for folders.', 'index.html'),
  ),
  section(
    'Names and certificate',
    {
      ...field('Aliases', 'Alternate domain names', { is: 'lines' }, 'One per line.'),
      placeholder: 'www.example.com',
    },
    text(
      'ViewerCertificate.ACMCertificateArn',
      'ACM certificate ARN',
      'Must be in us-east-1.',
      'arn:aws:acm:us-east-1:…',
    ),
    choice('ViewerCertificate.SSLSupportMethod', 'SSL support method', ['sni-only', 'vip', 'static-ip']),
    choice('ViewerCertificate.MinimumProtocolVersion', 'Security policy', [
      'TLSv1.2_2021',
      'TLSv1.2_2025',
      'TLSv1.3_2025',
      'TLSv1.2_2019',
      'TLSv1.2_2018',
      'TLSv1.1_2016',
      'TLSv1_2016',
      'TLSv1',
    ]),
  ),
  section(
    'Protection',
    text('WebACLId', 'Web ACL ARN', 'A global web ACL of AWS WAF.'),
    choice('Restrictions.GeoRestriction.RestrictionType', 'Geographic restriction', [
      'none',
      'whitelist',
      'blacklist',
    ]),
    field('Restrictions.GeoRestriction.Items', 'Countries', { is: 'countries' }),
  ),
  more(
    'Staging',
    onOff(
      'Staging',
      'Staging distribution',
      'Takes a part of its primary’s traffic; has no alternate domain names.',
    ),
    field(
      'ContinuousDeploymentPolicyId',
      'Continuous deployment policy',
      { is: 'resource', type: 'ContinuousDeploymentPolicy' },
      'On the primary: which part of the traffic goes to the staging distribution.',
    ),
  ),
  section(
    'Errors',
    field(
      'CustomErrorResponses',
      'Custom error responses',
      {
        is: 'rows',
        noun: 'custom error response',
        add: { ErrorCode: 404, ResponseCode: '404', ResponsePagePath: '/404.html', ErrorCachingMinTTL: 10 },
        columns: [
          { name: 'ErrorCode', label: 'Error', is: 'number' },
          { name: 'ResponseCode', label: 'Answered as', is: 'text' },
          { name: 'ResponsePagePath', label: 'Page', is: 'text' },
          { name: 'ErrorCachingMinTTL', label: 'Cached for at least', is: 'seconds' },
        ],
      },
      'They hold for every behavior of the distribution.',
    ),
  ),
  more(
    'Standard logging (legacy)',
    onOff('Logging.Enabled', 'Standard logging'),
    text('Logging.Bucket', 'Log bucket', 'Standard logging (legacy).', 'logs.s3.amazonaws.com'),
    text('Logging.Prefix', 'Log prefix'),
  ),
]
