import { defineRule } from '#core/rules/harness/rule.ts'
import { edgeFunctionsIn } from '#core/rules/lookup/edge-functions.ts'

export const lambdaEdgeDeleteReplicas = defineRule({
  id: 'lambda-edge/delete-replicas',
  severity: 'info',
  sees: 'all',
  summary: 'A Lambda@Edge function cannot be deleted with its stack at once.',
  why: 'A function cannot be deleted before CloudFront has removed its replicas, hours after the last association is gone; deleting the stack fails until then.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-delete-replicas.html',
  code: null,

  *check({ document }) {
    for (const { id, path } of edgeFunctionsIn(document)) {
      const resource = document.resources[id]
      if (!resource || ('deletionPolicy' in resource && resource.deletionPolicy?.startsWith('Retain')))
        continue
      yield {
        path: [...path.slice(0, -1), 'deletionPolicy'],
        message: `“${id}” runs at the edge, so deleting its stack fails for hours, until the replicas are gone; set its DeletionPolicy to Retain and delete it later.`,
      }
    }
  },
})
