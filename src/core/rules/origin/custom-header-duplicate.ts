import { removeAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin, repeats } from '#core/rules/lookup/walk.ts'

export const originCustomHeaderDuplicate = defineRule({
  id: 'origin/custom-header-duplicate',
  severity: 'error',
  sees: 'origin',
  summary: 'A custom header is added twice.',
  why: 'Header names are the same whatever their case; CloudFront refuses to add one twice.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      for (const [header, index] of repeats(origin.CustomHeaders ?? [], (one) =>
        known(known(one)?.HeaderName)?.toLowerCase(),
      )) {
        const name = known(known(header)?.HeaderName)
        yield {
          path: [...path, 'CustomHeaders', index, 'HeaderName'],
          message: `The header “${name}” is added twice and CloudFront refuses that; keep one.`,
          suggestions: [removeAt([...path, 'CustomHeaders', index], `Remove the second “${name}”`)],
        }
      }
    }
  },
})
