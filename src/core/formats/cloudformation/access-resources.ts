/**
 * What a distribution needs beside itself to reach its origins: bucket policies for origin access control and
 * permissions for Lambda function URLs. Written only where the template does not have them.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
import type { Tree, TreeMap } from '#core/formats/text-tree.ts'
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
    : String((bucket as TreeMap)['Ref'])

function bucketPolicy(bucket: Tree, distribution: LogicalId): TreeMap {
  const resource: Tree =
    typeof bucket === 'string'
      ? { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::${bucket}/*` }
      : { 'Fn::Sub': `\${${String((bucket as TreeMap)['Ref'])}.Arn}/*` }
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
            Condition: {
              StringEquals: {
                'AWS:SourceArn': {
                  'Fn::Sub': `arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${${distribution}}`,
                },
              },
            },
          },
        ],
      },
    },
  }
}

function lambdaPermission(functionName: Tree, distribution: LogicalId): TreeMap {
  return {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunctionUrl',
      FunctionName: functionName,
      Principal: 'cloudfront.amazonaws.com',
      SourceArn: {
        'Fn::Sub': `arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${${distribution}}`,
      },
    },
  }
}

/** The function behind a Lambda function URL of the design. */
function functionBehind(document: DesignDocument, origin: Origin): Tree | undefined {
  const { DomainName: host } = origin
  const refs = isRef(host) ? [host.ref] : ((host as { refs?: readonly string[] } | undefined)?.refs ?? [])
  const [url] = refs.filter((id) => document.resources[id]?.type === 'AWS::Lambda::Url')
  const config = url === undefined ? undefined : document.resources[url]?.config
  const target = (config as TreeMap | undefined)?.['TargetFunctionArn']
  return isRef(target) ? { Ref: target.ref } : typeof target === 'string' ? target : undefined
}

const has = (document: DesignDocument, type: string) =>
  Object.values(document.resources).some((resource) => resource.type === type)

/** The resources to add, by logical id. */
export function accessResources(document: DesignDocument): TreeMap {
  const added: TreeMap = {}
  for (const distribution of distributionsIn(document)) {
    for (const { value: origin } of originsOf(distribution)) {
      if (origin.OriginAccessControlId === undefined || origin.OriginAccessControlId === '') continue
      const bucket = bucketOf(document, origin)
      if (bucket !== undefined && !has(document, 'AWS::S3::BucketPolicy'))
        added[`${nameOf(bucket)}ReadPolicy`] ??= bucketPolicy(bucket, distribution.id)
      const target = functionBehind(document, origin)
      if (target !== undefined && !has(document, 'AWS::Lambda::Permission'))
        added[`${distribution.id}InvokePermission`] ??= lambdaPermission(target, distribution.id)
    }
  }
  return added
}
