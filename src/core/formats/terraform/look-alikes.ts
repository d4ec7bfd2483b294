/** The shape of what other AWS resources give in Terraform, so that a bucket's domain name is known as one. */
import { tableOf } from '#core/ground/names.ts'
import { standInOf } from '#core/model/stand-in.ts'

const cloudFormation: Readonly<
  Record<string, readonly [type: string, attributes: Readonly<Record<string, string>>]>
> = tableOf({
  aws_s3_bucket: [
    'AWS::S3::Bucket',
    {
      bucket_regional_domain_name: 'RegionalDomainName',
      bucket_domain_name: 'DomainName',
      arn: 'Arn',
      id: '',
      bucket: '',
      website_endpoint: 'WebsiteURL',
    },
  ],
  aws_s3_bucket_website_configuration: ['AWS::S3::Bucket', { website_endpoint: 'WebsiteURL' }],
  aws_lb: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { dns_name: 'DNSName', arn: 'LoadBalancerArn' }],
  aws_alb: ['AWS::ElasticLoadBalancingV2::LoadBalancer', { dns_name: 'DNSName', arn: 'LoadBalancerArn' }],
  aws_elb: ['AWS::ElasticLoadBalancing::LoadBalancer', { dns_name: 'DNSName' }],
  aws_lambda_function_url: ['AWS::Lambda::Url', { function_url: 'FunctionUrl' }],
  aws_lambda_function: ['AWS::Lambda::Function', { qualified_arn: 'Version', arn: 'Arn' }],
  aws_acm_certificate: ['AWS::CertificateManager::Certificate', { arn: '' }],
  aws_acm_certificate_validation: ['AWS::CertificateManager::Certificate', { certificate_arn: '' }],
  aws_api_gateway_rest_api: ['AWS::ApiGateway::RestApi', { id: '' }],
  aws_apigatewayv2_api: ['AWS::ApiGatewayV2::Api', { id: '', api_endpoint: 'ApiEndpoint' }],
  aws_api_gateway_stage: ['AWS::ApiGateway::RestApi', { invoke_url: 'ApiEndpoint' }],
  aws_api_gateway_deployment: ['AWS::ApiGateway::RestApi', { invoke_url: 'ApiEndpoint' }],
  aws_apigatewayv2_stage: ['AWS::ApiGatewayV2::Api', { invoke_url: 'ApiEndpoint' }],
  aws_instance: ['AWS::EC2::Instance', { public_dns: 'PublicDnsName' }],
  aws_apprunner_service: ['AWS::AppRunner::Service', { service_url: 'ServiceUrl' }],
  aws_elastic_beanstalk_environment: ['AWS::ElasticBeanstalk::Environment', { endpoint_url: 'EndpointURL' }],
  aws_wafv2_web_acl: ['AWS::WAFv2::WebACL', { arn: 'Arn' }],
})

/** What is a URL in CloudFormation and a host name in Terraform. */
const hosts: ReadonlySet<string> = new Set(['website_endpoint'])

/** A value of the same shape as `aws_s3_bucket.site.bucket_regional_domain_name`; undefined where it has none. */
export function likeOf(
  type: string,
  id: string,
  attribute: string,
  name: string | undefined,
): string | undefined {
  const [target, attributes] = cloudFormation[type] ?? []
  const given = attributes && Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined
  if (target === undefined || given === undefined) return undefined
  const like = standInOf(
    target,
    id,
    given,
    name === undefined ? {} : { BucketName: name, FunctionName: name },
  )
  return hosts.has(attribute) ? like?.replace(/^https?:\/\//, '') : like
}
