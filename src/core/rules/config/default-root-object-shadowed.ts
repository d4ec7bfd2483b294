import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorServing } from '#core/rules/lookup/routing.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const configDefaultRootObjectShadowed = defineRule({
  id: 'config/default-root-object-shadowed',
  severity: 'info',
  summary: 'The root object may be served by another origin than the default one.',
  why: 'AWS does not say whether the behavior is chosen for / or for the name of the default root object. The trace takes it for /, so that the default cache behavior serves it; a direct request for the name is served by another one.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const name = known(distribution.config.DefaultRootObject)
      const behavior = known(distribution.config.DefaultCacheBehavior)
      if (!name || !behavior) continue
      const serving = behaviorServing(distribution, `/${name}`)
      if (
        !serving ||
        serving.index === undefined ||
        nameOf(serving.behavior.TargetOriginId) === nameOf(behavior.TargetOriginId)
      )
        continue
      yield {
        path: [...distribution.path, 'DefaultRootObject'],
        message: `“/${name}” is taken by ${behaviorName(serving)}, which has another origin than the default cache behavior, which serves “/” in the trace; AWS documents neither, so check that both origins have the page.`,
      }
    }
  },
})
