import { distributionsIn, oncePer, originGroupsOf, originsOf } from '#core/model/distribution.ts'
import type { Origin } from '#core/model/document.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** Everything but what an origin is called. */
const settingsOf = oncePer(({ key: _, Id: __, ...settings }: Origin): string => JSON.stringify(settings))

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
        const { Id: id } = origin
        if (known(origin.DomainName) === undefined || grouped.has(nameOf(id))) continue
        const text = settingsOf(origin)
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
