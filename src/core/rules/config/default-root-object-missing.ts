import { distributionsIn } from '#core/model/distribution.ts'
import type { Behavior } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind } from '#core/rules/lookup/behavior-traits.ts'
import { hasPageFor403 } from '#core/rules/lookup/error-pages.ts'

/** Whether code answers or rewrites requests before they reach the origin of the behavior. */
const isEdited = (behavior: Behavior) =>
  (behavior.FunctionAssociations ?? []).length + (behavior.LambdaFunctionAssociations ?? []).length > 0

export const configDefaultRootObjectMissing = defineRule({
  id: 'config/default-root-object-missing',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'The root path of the site leads to no object.',
  why: 'Without a default root object a request for / reaches the origin as it is: a bucket answers with its listing or with 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html',
  code: null,
  alsoKnownAs: ['CKV_AWS_305', 'Security Hub CloudFront.1'],
  shows: { request: { url: '/' }, outcome: { originRequests: [{ path: '/' }] } },

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { config, path } = distribution
      const behavior = known(config.DefaultCacheBehavior)
      if (!behavior) continue
      if ((config.DefaultRootObject !== undefined && config.DefaultRootObject !== '') || isEdited(behavior))
        continue
      if (hasPageFor403(config) || !isBucketBehind(document, { distribution, behavior })) continue
      const field = [...path, 'DefaultRootObject']
      yield {
        path: field,
        message:
          'Requests for “/” reach the bucket without an object name and end with 403; set a default root object such as “index.html”.',
        suggestions: [setAt(field, 'index.html', 'Use index.html')],
      }
    }
  },
})
