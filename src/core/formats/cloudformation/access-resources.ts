/**
 * What a distribution needs beside itself to reach its origins: bucket policies for origin access control and
 * permissions for Lambda function URLs. Written only where the template does not have them.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html
 */

import type { Tree, TreeMap } from '#core/formats/tree.ts'
import { said } from '#core/ground/said.ts'
import { distributionsIn, originsOf } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId, Origin } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'

const bucketHost = /^([a-z0-9][a-z0-9.-]*)\.s3[.-](?:dualstack\.)?(?:[a-z0-9-]+\.)?amazonaws\.com$/

/** The bucket of an S3 origin: a resource of the design, or a name. */
function bucketOf(document: DesignDocument, origin: Origin): Tree | undefined {
  const { DomainName: host } = origin
  if (isRef(host))
    return document.resources[host.ref]?.type === 'AWS::S3::Bucket' ? { Ref: host.ref } : undefined
  return bucketHost.exec(known(host) ?? '')?.[1]
}

const nameOf = (bucket: Tree): string =>
  typeof bucket === 'string'
    ? bucket.replace(/(^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/g, (_, __, letter: string) => letter.toUpperCase())
    : said((bucket as TreeMap)['Ref'])

/** The ARNs of the distributions: one text, or a list where there are several. */
function sourceArns(distributions: readonly LogicalId[]): Tree {
  const arns = distributions.map((id) => ({
    'Fn::Sub': `arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${${id}}`,
  }))
  const [first = ''] = arns
  return arns.length === 1 ? first : arns
}

function bucketPolicy(bucket: Tree, distributions: readonly LogicalId[]): TreeMap {
  const resource: Tree =
    typeof bucket === 'string'
      ? { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::${bucket}/*` }
      : { 'Fn::Sub': `\${${said((bucket as TreeMap)['Ref'])}.Arn}/*` }
  return {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: bucket,
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'AllowCloudFrontRead',
            Effect: 'Allow',
            Principal: { Service: 'cloudfront.amazonaws.com' },
            Action: 's3:GetObject',
            Resource: resource,
            Condition: { StringEquals: { 'AWS:SourceArn': sourceArns(distributions) } },
          },
        ],
      },
    },
  }
}

/** Lambda wants both of them for a function URL that CloudFront signs for. */
const actions = { InvokeUrl: 'lambda:InvokeFunctionUrl', Invoke: 'lambda:InvokeFunction' } as const

const lambdaPermission = (action: string, functionName: Tree, distribution: LogicalId): TreeMap => ({
  Type: 'AWS::Lambda::Permission',
  Properties: {
    Action: action,
    FunctionName: functionName,
    Principal: 'cloudfront.amazonaws.com',
    SourceArn: sourceArns([distribution]),
  },
})

/** The function behind a Lambda function URL of the design. */
function functionBehind(document: DesignDocument, origin: Origin): Tree | undefined {
  const { DomainName: host } = origin
  const refs = isRef(host) ? [host.ref] : ((host as { refs?: readonly string[] } | undefined)?.refs ?? [])
  const [url] = refs.filter((id) => document.resources[id]?.type === 'AWS::Lambda::Url')
  const config = url === undefined ? undefined : document.resources[url]?.config
  const target = (config as TreeMap | undefined)?.['TargetFunctionArn']
  return isRef(target) ? { Ref: target.ref } : typeof target === 'string' ? target : undefined
}

/** True where the design itself has a resource of the type for this bucket or function, or for one not known here. */
function isCovered(
  document: DesignDocument,
  type: string,
  field: string,
  target: Tree,
  action?: string,
): boolean {
  return Object.values(document.resources).some((resource) => {
    if (resource.type !== type) return false
    const config = resource.config as TreeMap
    if (action !== undefined && config['Action'] !== action) return false
    const named = config[field]
    if (isRef(named)) return typeof target === 'object' && named.ref === (target as TreeMap)['Ref']
    return typeof named === 'string' ? named === target : true
  })
}

const nameOfFunction = (target: Tree): string =>
  typeof target === 'string' ? nameOf(target.split(':').at(-1) ?? target) : nameOf(target)

/** The resources to add, by logical id. */
export function accessResources(document: DesignDocument): TreeMap {
  const added: TreeMap = {}
  const readers = new Map<string, { bucket: Tree; distributions: LogicalId[] }>()
  for (const distribution of distributionsIn(document)) {
    for (const { value: origin } of originsOf(distribution)) {
      if (origin.OriginAccessControlId === undefined || origin.OriginAccessControlId === '') continue
      const bucket = bucketOf(document, origin)
      if (bucket !== undefined && !isCovered(document, 'AWS::S3::BucketPolicy', 'Bucket', bucket)) {
        const known = readers.get(nameOf(bucket)) ?? { bucket, distributions: [] }
        if (!known.distributions.includes(distribution.id)) known.distributions.push(distribution.id)
        readers.set(nameOf(bucket), known)
      }
      const target = functionBehind(document, origin)
      if (target === undefined) continue
      for (const [name, action] of Object.entries(actions))
        if (!isCovered(document, 'AWS::Lambda::Permission', 'FunctionName', target, action))
          added[`${distribution.id}${nameOfFunction(target)}${name}Permission`] = lambdaPermission(
            action,
            target,
            distribution.id,
          )
    }
  }
  for (const [name, { bucket, distributions }] of readers)
    added[`${name}ReadPolicy`] = bucketPolicy(bucket, distributions)
  return added
}
