import { distributionsIn, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const originDuplicateDefinition = defineRule({
  id: 'origin/duplicate-definition',
  severity: 'info',
  summary: 'Two origins are the same server.',
  why: 'Origins that are equal but for their id share no connections and double the work of each change.',
  docs: null,
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const seen = new Map<string, string>()
      const grouped = new Set(
        originGroupsOf(distribution).flatMap(({ value }) =>
          knownItems(value.Members).map(({ OriginId: id }) => nameOf(id)),
        ),
      )
      for (const { value: origin, path } of originsOf(distribution)) {
        const { key: _, Id: id, ...settings } = origin
        if (known(origin.DomainName) === undefined || grouped.has(nameOf(id))) continue
        const text = JSON.stringify(settings)
        const earlier = seen.get(text)
        if (earlier === undefined) seen.set(text, nameOf(id) ?? '')
        else
          yield {
            path: [...path, 'Id'],
            message: `The origins “${earlier}” and “${nameOf(id)}” differ in nothing but their ids; keep one.`,
          }
      }
    }
  },
})
