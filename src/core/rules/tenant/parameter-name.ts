import { distributionsIn } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { parametersOf } from '#core/rules/lookup/tenant-links.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

export const tenantParameterName = defineRule({
  id: 'tenant/parameter-name',
  severity: 'error',
  summary: 'A tenant parameter has no valid name, or is defined twice.',
  why: 'CloudFront takes names of 1 to 128 of these characters and refuses a second one of the same name.',
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-parameterdefinition.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const parameters = parametersOf(distribution) ?? []
      for (const { name, path } of parameters) {
        if (/^[a-zA-Z0-9-_]{1,128}$/.test(name)) continue
        const slug = name
          .replace(/[^a-zA-Z0-9-_]+/g, '-')
          .replace(/^-+|-+$/g, '')
          .slice(0, 128)
        yield {
          path: [...path, 'Name'],
          message: `“${name}” is not a name that CloudFront takes for a parameter; use up to 128 letters, digits, - and _.`,
          ...(slug !== '' &&
            !parameters.some((one) => one.name === slug) && {
              suggestions: [setAt([...path, 'Name'], slug, `Use “${slug}”`)],
            }),
        }
      }
      for (const [{ name, path }] of repeats(parameters, (one) => one.name))
        yield {
          path: [...path, 'Name'],
          message: `The parameter “${name}” of “${distribution.id}” is defined twice, so CloudFront refuses it; remove one.`,
          fix: removeAt(path, 'Remove the second'),
        }
    }
  },
})
