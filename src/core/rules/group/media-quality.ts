import { distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { originKindOf } from '#core/origins/index.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const groupMediaQuality = defineRule({
  id: 'group/media-quality',
  severity: 'error',
  summary: 'Media quality is compared between origins that are not MediaPackage.',
  why: 'The selection criteria media-quality-based works with MediaPackage v2 members only; others are refused.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroup.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const distribution of distributionsIn(document))
      for (const { value: group, path } of originGroupsOf(distribution)) {
        const name = nameOf(group.Id)
        if (known(group.SelectionCriteria) !== 'media-quality-based') continue
        const members = knownItems(group.Members).map((one) => known(one.OriginId))
        const other = originsOf(distribution).find(
          ({ value }) =>
            members.includes(known(value.Id)) &&
            ![undefined, 'media-package'].includes(originKindOf(document, value)?.id),
        )
        if (other)
          yield {
            path: [...path, 'SelectionCriteria'],
            message: `“${name}” selects by media quality and “${nameOf(other.value.Id)}” is not a MediaPackage origin, which CloudFront refuses; use “default”.`,
            fix: setAt([...path, 'SelectionCriteria'], 'default', 'Use default'),
          }
      }
  },
})
