import { known } from '#core/model/field.ts'
import { managedPolicies } from '#core/model/managed-policies.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind } from '#core/rules/lookup/behavior-traits.ts'
import { eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorS3ResponseParamsDropped = defineRule({
  id: 'behavior/s3-response-params-dropped',
  severity: 'info',
  sees: 'behavior',
  summary: 'A bucket does not get response-* query parameters.',
  why: 'The managed AllViewer policies leave response-content-type and its like out towards S3.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html',
  code: null,

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const id = known(behavior.OriginRequestPolicyId)
      const policy = managedPolicies('OriginRequestPolicy').find((one) => one.id === id)
      if (!policy || !/^AllViewer|MediaTailor/.test(policy.name) || !isBucketBehind(document, placed))
        continue
      yield {
        path: [...path, 'OriginRequestPolicyId'],
        message: `With “${policy.name}” CloudFront leaves response-content-type, -disposition and -encoding out of requests to S3; use a policy of your own if presigned downloads need them.`,
      }
    }
  },
})
