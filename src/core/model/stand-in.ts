/**
 * Values of the right shape for what only a deployment decides: the trace needs a host name, a rule needs to see
 * that a bucket's regional domain name is an S3 endpoint. A stand-in is shown as one and never exported.
 */

import { tableOf } from '#core/ground/names.ts'
import { said } from '#core/ground/said.ts'
import type { DesignDocument, ForeignResource, LogicalId } from './document.ts'
import { type Field, isRef, isUnknown, type Json, type JsonObject } from './field.ts'

export const standInAccount = '111122223333'
export const standInRegion = 'us-east-1'

const slug = (id: string) => id.toLowerCase().replace(/[^a-z0-9-]/g, '')
const textAt = (config: JsonObject, name: string): string | undefined => {
  const value: Json | undefined = config[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

const bucketName = (id: LogicalId, config: JsonObject) => textAt(config, 'BucketName') ?? slug(id)

type Attributes = Readonly<Record<string, (id: LogicalId, config: JsonObject) => string>>
const lambdaArn = (id: LogicalId, config: JsonObject) =>
  `arn:aws:lambda:${standInRegion}:${standInAccount}:function:${textAt(config, 'FunctionName') ?? id}`
const loadBalancer: Attributes = {
  DNSName: (id) => `${slug(id)}-1234567890.${standInRegion}.elb.amazonaws.com`,
  LoadBalancerArn: (id) =>
    `arn:aws:elasticloadbalancing:${standInRegion}:${standInAccount}:loadbalancer/app/${slug(id)}/0123456789abcdef`,
}
const api: Attributes = {
  '': (id) => slug(id).slice(0, 10).padEnd(10, '0'),
  ApiEndpoint: (id) =>
    `https://${slug(id).slice(0, 10).padEnd(10, '0')}.execute-api.${standInRegion}.amazonaws.com`,
}
const lambdaUrl: Attributes = {
  FunctionUrl: (id) => `https://${slug(id)}.lambda-url.${standInRegion}.on.aws/`,
}
const lambdaFunction: Attributes = {
  '': (id) => id,
  Arn: lambdaArn,
  Version: (id, config) => `${lambdaArn(id, config)}:1`,
  'Version.FunctionArn': (id, config) => `${lambdaArn(id, config)}:1`,
  'Version.Version': () => '1',
  Alias: (id, config) => `${lambdaArn(id, config)}:live`,
}

const dnsLabel = (id: LogicalId) => slug(id).slice(0, 26).padEnd(26, '0')
const graphql: Attributes = {
  GraphQLDns: (id) => `${dnsLabel(id)}.appsync-api.${standInRegion}.amazonaws.com`,
  GraphQLUrl: (id) => `https://${dnsLabel(id)}.appsync-api.${standInRegion}.amazonaws.com/graphql`,
  RealtimeDns: (id) => `${dnsLabel(id)}.appsync-realtime-api.${standInRegion}.amazonaws.com`,
  RealtimeUrl: (id) => `wss://${dnsLabel(id)}.appsync-realtime-api.${standInRegion}.amazonaws.com/graphql`,
}
const events: Attributes = {
  'Dns.Http': (id) => `${dnsLabel(id)}.appsync-api.${standInRegion}.amazonaws.com`,
  'Dns.Realtime': (id) => `${dnsLabel(id)}.appsync-realtime-api.${standInRegion}.amazonaws.com`,
}
const tailor = (id: LogicalId) => `https://${dnsLabel(id)}.mediatailor.${standInRegion}.amazonaws.com`

/** By CloudFormation type: what `Ref` (the empty name) and `Fn::GetAtt` give. */
const byType: Readonly<Record<string, Attributes>> = tableOf({
  'AWS::S3::Bucket': {
    '': bucketName,
    Arn: (id, config) => `arn:aws:s3:::${bucketName(id, config)}`,
    DomainName: (id, config) => `${bucketName(id, config)}.s3.amazonaws.com`,
    RegionalDomainName: (id, config) => `${bucketName(id, config)}.s3.${standInRegion}.amazonaws.com`,
    DualStackDomainName: (id, config) =>
      `${bucketName(id, config)}.s3.dualstack.${standInRegion}.amazonaws.com`,
    WebsiteURL: (id, config) => `http://${bucketName(id, config)}.s3-website-${standInRegion}.amazonaws.com`,
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': loadBalancer,
  'AWS::ElasticLoadBalancing::LoadBalancer': loadBalancer,
  'AWS::ApiGateway::RestApi': api,
  'AWS::ApiGatewayV2::Api': api,
  'AWS::Serverless::Api': api,
  'AWS::Serverless::HttpApi': api,
  'AWS::Lambda::Url': lambdaUrl,
  'AWS::Lambda::Function': lambdaFunction,
  'AWS::Serverless::Function': lambdaFunction,
  'AWS::Lambda::Version': {
    '': (id) => `arn:aws:lambda:${standInRegion}:${standInAccount}:function:${id}:1`,
  },
  'AWS::EC2::Instance': { PublicDnsName: () => 'ec2-203-0-113-1.compute-1.amazonaws.com' },
  // An environment with a load balancer gives the load balancer's name.
  'AWS::ElasticBeanstalk::Environment': { EndpointURL: loadBalancer['DNSName'] ?? slug },
  'AWS::AppSync::GraphQLApi': graphql,
  'AWS::AppSync::Api': events,
  'AWS::AppRunner::Service': {
    ServiceUrl: (id) => `${slug(id).slice(0, 10).padEnd(10, '0')}.${standInRegion}.awsapprunner.com`,
  },
  'AWS::MediaPackage::OriginEndpoint': {
    Url: (id) => `https://${dnsLabel(id)}.mediapackage.${standInRegion}.amazonaws.com/out/v1/0/index.m3u8`,
  },
  'AWS::MediaTailor::PlaybackConfiguration': {
    PlaybackEndpointPrefix: tailor,
    'HlsConfiguration.ManifestEndpointPrefix': (id) => `${tailor(id)}/v1/master/0/${slug(id)}/`,
    'DashConfiguration.ManifestEndpointPrefix': (id) => `${tailor(id)}/v1/dash/0/${slug(id)}/`,
  },
  'AWS::CertificateManager::Certificate': {
    '': () =>
      `arn:aws:acm:${standInRegion}:${standInAccount}:certificate/00000000-0000-0000-0000-000000000000`,
  },
  'AWS::WAFv2::WebACL': {
    Arn: (id) =>
      `arn:aws:wafv2:${standInRegion}:${standInAccount}:global/webacl/${id}/00000000-0000-0000-0000-000000000000`,
  },
})

/** What a reference to a resource would give, where the resource's type tells its shape. */
export function standInOf(
  type: string,
  id: LogicalId,
  attribute: string,
  config: JsonObject,
): string | undefined {
  return byType[type]?.[attribute]?.(id, config)
}

/** A field's text: its own, or a stand-in of the same shape; undefined where nothing is known of it. */
export function textOrStandIn(
  document: DesignDocument,
  field: Field<string | number> | undefined,
): string | undefined {
  if (isRef(field)) {
    const resource = document.resources[field.ref]
    if (!resource) return undefined
    // Only foreign types are in the table, and their configs are JSON.
    return standInOf(
      resource.type,
      field.ref,
      field.attribute ?? '',
      resource.config as ForeignResource['config'],
    )
  }
  if (isUnknown(field)) return field.like
  return field === undefined ? undefined : said(field)
}

/** A name for a field that people can read and that is equal for equal fields: its text or its expression. */
export function nameOf(field: Field<string | number> | undefined): string {
  if (isRef(field)) return field.attribute === undefined ? field.ref : `${field.ref}.${field.attribute}`
  if (isUnknown(field)) return field.like ?? field.unknown
  return field === undefined ? '' : said(field)
}
