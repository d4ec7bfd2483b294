import { distributionsIn } from '#core/model/distribution.ts'
import type { Behavior } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { isBucketBehind } from '#core/rules/lookup/behavior-traits.ts'
import { hasPageFor403 } from '#core/rules/lookup/error-pages.ts'

/** Whether code answers or rewrites requests before they reach the origin of the behavior. */
const isEdited = (behavior: Behavior) =>
  (behavior.FunctionAssociations ?? []).length + (behavior.LambdaFunctionAssociations ?? []).length > 0

export const configDefaultRootObjectSubdirectory = defineRule({
  id: 'config/default-root-object-subdirectory',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'Folders of a bucket have no index page.',
  why: 'DefaultRootObject is for / alone: /docs/ is asked of the bucket as it is, which ends with 403.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const { config, path } = distribution
      const behavior = known(config.DefaultCacheBehavior)
      if (!behavior) continue
      if (
        known(config.DefaultRootObject) === undefined ||
        config.DefaultRootObject === '' ||
        isEdited(behavior)
      )
        continue
      if (hasPageFor403(config) || !isBucketBehind(document, { distribution, behavior })) continue
      yield {
        path: [...path, 'DefaultRootObject'],
        message: `“${nameOf(config.DefaultRootObject)}” answers “/” alone; requests for folders such as “/docs/” end with 403 unless a viewer-request function adds the name.`,
      }
    }
  },
})
