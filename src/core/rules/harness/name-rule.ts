/** Two resources of one type with one name: the second one is refused, since a name stands for itself in its account. */
import { resourcesOf } from '#core/model/distribution.ts'
import type { ResourceConfigs, ResourceType } from '#core/model/document.ts'
import { setAt } from '#core/model/edit.ts'
import type { Expression } from '#core/model/field.ts'
import { textIn } from '#core/rules/lookup/foreign.ts'
import { repeatedTogether } from '#core/rules/lookup/walk.ts'
import { defineRule, type Rule } from './rule.ts'

/** The types whose resources have names. */
export type NamedType = {
  [Type in ResourceType]: ResourceConfigs[Type] extends { Name?: string | Expression | undefined }
    ? Type
    : never
}[ResourceType]

interface NameRule {
  readonly id: string
  readonly type: NamedType
  /** What they are called: `cache policies`. */
  readonly things: string
  readonly code: string
  readonly docs: string
}

/** The longest name that any of the types may have. */
const longest = 64

export const defineNameRule = ({ id, type, things, code, docs }: NameRule): Rule =>
  defineRule({
    id,
    severity: 'error',
    sees: 'shared',
    summary: `Two ${things} have the same name.`,
    why: `A name stands for one of the ${things} of an account, so a second one of the same name is refused.`,
    docs: `https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_${docs}.html`,
    code,

    *check({ document }) {
      const all = resourcesOf(document, type)
      const names = all.map(({ config }) => textIn(config.Name))
      const repeated = repeatedTogether(
        all,
        (one) => one,
        (one) => textIn(one.config.Name),
      )
      for (const { id: own, config, path } of repeated) {
        const name = textIn(config.Name) ?? ''
        const other = `${name.slice(0, longest - 1 - own.length)}-${own}`.replace(/[^a-zA-Z0-9-_]/g, '-')
        yield {
          path: [...path, 'Name'],
          message: `“${name}” of “${own}” is the name of another of the ${things} too, so CloudFront answers ${code}; choose another.`,
          ...(!names.includes(other) && { fix: setAt([...path, 'Name'], other, `Use “${other}”`) }),
        }
      }
    },
  })
