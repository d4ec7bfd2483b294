import { behaviorsOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { forwardedNames, holds, keyedNames } from '#core/rules/lookup/forwarded-names.ts'
import { behaviorName, eachOrigin, originsBehind } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderAlsoForwarded = defineRule({
  id: 'origin/custom-header-also-forwarded',
  severity: 'warning',
  summary: 'A custom header also comes from viewers.',
  why: 'CloudFront replaces what the viewer sent by the custom value, so forwarding the header does nothing but read as if it did.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path, distribution } of eachOrigin(document)) {
      if ((origin.CustomHeaders ?? []).length === 0) continue
      const users = behaviorsOf(distribution).filter(({ behavior }) =>
        originsBehind({ distribution, behavior }).some(({ value }) => value.Id === origin.Id),
      )
      for (const [index, header] of (origin.CustomHeaders ?? []).entries()) {
        const name = known(known(header)?.HeaderName)
        if (name === undefined) continue
        const user = users.find(({ behavior }) =>
          [keyedNames(document, behavior, 'headers'), forwardedNames(document, behavior, 'headers')].some(
            (set) => set?.how === 'some' && holds(set, name),
          ),
        )
        if (!user) continue
        yield {
          path: [...path, 'CustomHeaders', index, 'HeaderName'],
          message: `${behaviorName(user)} forwards “${name}” from viewers and the origin “${nameOf(origin.Id)}” has it as a custom header, which wins; take it out of the policy.`,
        }
      }
    }
  },
})
