import { originGroupsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isGrpc } from '#core/rules/lookup/protocols.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const groupGrpc = defineRule({
  id: 'group/grpc',
  severity: 'warning',
  sees: 'behavior',
  summary: 'A gRPC behavior targets an origin group.',
  why: 'gRPC calls are POST requests, which never fail over: the second origin of a group is not asked.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html',
  code: null,

  *check({ document }) {
    for (const { behavior, index, path, distribution } of eachBehavior(document)) {
      if (!isGrpc(behavior)) continue
      const target = known(behavior.TargetOriginId)
      if (target === undefined || !originGroupsOf(distribution).some(({ value }) => value.Id === target))
        continue
      yield {
        path: [...path, 'TargetOriginId'],
        message: `${behaviorName({ behavior, index, path })} has gRPC on and targets the group “${target}”, whose second origin gRPC calls never reach; target one origin.`,
      }
    }
  },
})
