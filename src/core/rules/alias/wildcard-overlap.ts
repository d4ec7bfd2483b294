import { distributionsIn } from '#core/model/distribution.ts'
import { coversName } from '#core/model/domain-names.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const aliasWildcardOverlap = defineRule({
  id: 'alias/wildcard-overlap',
  severity: 'info',
  sees: 'all',
  summary: 'A wildcard and a name below it are on different distributions.',
  why: 'Within one account a name may stand on one distribution and its wildcard on another; CloudFront takes the most specific, whatever DNS says.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
  code: null,

  *check({ document }) {
    const all = distributionsIn(document).flatMap(({ id, config, path }) =>
      (config.Aliases ?? []).flatMap((item, index) => {
        const name = known(item)
        return name === undefined ? [] : [{ id, name, path: [...path, 'Aliases', index] }]
      }),
    )
    for (const wild of all) {
      if (!wild.name.startsWith('*.')) continue
      const other = all.find(
        (one) => one.id !== wild.id && one.name !== wild.name && coversName(wild.name, one.name),
      )
      if (other)
        yield {
          path: wild.path,
          message: `“${wild.name}” covers “${other.name}” of “${other.id}”: requests for that name go there, whatever DNS says.`,
        }
    }
  },
})
