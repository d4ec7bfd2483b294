import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originIdLength = defineRule({
  id: 'origin/id-length',
  severity: 'warning',
  sees: 'origin',
  summary: "An origin's id is empty or too long.",
  why: 'Behaviors and groups name an origin by its id; an empty one names nothing, and CloudFront limits the length.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const id = known(origin.Id)
      if (id === undefined || (id !== '' && id.length <= 128)) continue
      yield {
        path: [...path, 'Id'],
        message: `The id of the origin “${nameOf(origin.DomainName)}” has ${id.length} characters and CloudFront takes 1 to 128; rename it, and what targets it.`,
      }
    }
  },
})
