import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { isForbiddenToOrigin } from '#core/model/header-lists.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderForbidden = defineRule({
  id: 'origin/custom-header-forbidden',
  severity: 'error',
  sees: 'origin',
  summary: 'A custom header is one that CloudFront reserves.',
  why: 'CloudFront reserves these headers; a distribution that adds one is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      for (const [index, header] of (origin.CustomHeaders ?? []).entries()) {
        const name = known(known(header)?.HeaderName)
        if (name === undefined || !isForbiddenToOrigin(name)) continue
        yield {
          path: [...path, 'CustomHeaders', index, 'HeaderName'],
          message: `CloudFront does not let “${name}” be added to origin requests and refuses the distribution; remove it.`,
          fix: removeAt([...path, 'CustomHeaders', index], `Remove “${name}”`),
        }
      }
    }
  },
})
