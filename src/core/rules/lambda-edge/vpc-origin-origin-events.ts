import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachLambda } from '#core/rules/lookup/edge-functions.ts'
import { behaviorName, originsBehind } from '#core/rules/lookup/walk.ts'

export const lambdaEdgeVpcOriginOriginEvents = defineRule({
  id: 'lambda-edge/vpc-origin-origin-events',
  severity: 'warning',
  sees: 'behavior',
  summary: 'A behavior with a VPC origin has Lambda@Edge on origin events.',
  why: 'VPC origins do not support Lambda@Edge on origin events, as AWS writes among their restrictions.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { placed, event, path } of eachLambda(document)) {
      if (event !== 'origin-request' && event !== 'origin-response') continue
      const origin = originsBehind(placed).find(({ value }) => value.VpcOriginConfig !== undefined)
      if (!origin) continue
      yield {
        path: [...path, 'EventType'],
        message: `${behaviorName(placed)} runs a function on “${event}” and leads to the VPC origin “${nameOf(origin.value.Id)}”, which does not support it; move the code to a viewer event.`,
      }
    }
  },
})
