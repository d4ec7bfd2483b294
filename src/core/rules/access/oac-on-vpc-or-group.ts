import { removeAt } from '#core/model/edit.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasAccessControl } from '#core/rules/lookup/origin-access.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const accessOacOnVpcOrGroup = defineRule({
  id: 'access/oac-on-vpc-or-group',
  severity: 'info',
  sees: 'origin',
  summary: 'A VPC origin has an origin access control.',
  why: 'CloudFront reaches a VPC origin privately. AWS documents origin access controls for buckets, function URLs and media services only, so nothing is signed.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: null,
  shows: { request: { url: '/' }, outcome: { originRequests: [{ headers: { authorization: null } }] } },

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      if (!hasAccessControl(origin) || origin.VpcOriginConfig === undefined) continue
      yield {
        path: [...path, 'OriginAccessControlId'],
        message: `“${nameOf(origin.Id)}” is a VPC origin, which takes no origin access control; remove it.`,
        suggestions: [removeAt([...path, 'OriginAccessControlId'], 'Remove the origin access control')],
      }
    }
  },
})
