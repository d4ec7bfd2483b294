/**
 * The least that credentials must be allowed for a design:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudfront.html
 */
import type { DesignDocument, ResourceType } from '#core/model/document.ts'
import { resourceKinds } from '#core/resources/index.ts'
import { isDeployable } from './order.ts'

const mentions = (document: DesignDocument, field: string): boolean =>
  new RegExp(`"${field}":(?!""|null|\\[\\])`).test(JSON.stringify(document.resources))

const tagging = ['ListTagsForResource', 'TagResource', 'UntagResource']
function actionsOf(type: ResourceType): readonly string[] {
  const { permissions = [], isTagged } = resourceKinds[type].deployment ?? {}
  return [...permissions, ...(isTagged ? tagging : [])].map((action) => `cloudfront:${action}`)
}

/** What CloudFront does in the person's name when a distribution refers to other services. */
function actionsBeside(document: DesignDocument): readonly string[] {
  return [
    ...(mentions(document, 'LambdaFunctionARN')
      ? ['lambda:GetFunction', 'lambda:EnableReplication*', 'iam:CreateServiceLinkedRole']
      : []),
    ...(mentions(document, 'WebACLId') ? ['wafv2:GetWebACL'] : []),
    ...(mentions(document, 'RoleARN') ? ['iam:PassRole'] : []),
    ...(mentions(document, 'Bucket') && mentions(document, 'Logging')
      ? ['s3:GetBucketAcl', 's3:PutBucketAcl']
      : []),
    ...(mentions(document, 'OriginAccessControlId') ? ['s3:GetBucketPolicy', 's3:PutBucketPolicy'] : []),
  ]
}

/** An IAM policy with the actions that planning, applying and undoing this design use, and no others. */
export function leastPrivilege(document: DesignDocument): string {
  const types = new Set<ResourceType>(['Distribution'])
  for (const { type } of Object.values(document.resources))
    if (isDeployable(type)) types.add(type as ResourceType)
  const statement = (Sid: string, Action: readonly string[]) => ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource: '*',
  })
  const beside = actionsBeside(document)
  return JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        statement('Frontage', [...new Set([...types].flatMap(actionsOf))].toSorted()),
        ...(beside.length > 0 ? [statement('WhatTheDesignRefersTo', beside)] : []),
      ],
    },
    null,
    2,
  )
}
