/** Tags in a shell script: with the input of a creation, and by commands of their own where they change. */
import type { JsonObject } from '#core/model/field.ts'
import { changesBetween } from './diff.ts'
import type { Live } from './resolve.ts'
import { quotedJson } from './shell.ts'
import { tagChange, tagsOf, toTagList, withoutTags } from './tags.ts'

/** The member of a creation's input that takes tags. */
export function tagsInput(config: JsonObject): { readonly Tags?: object } {
  const tags = tagsOf(config)
  return tags ? { Tags: { Items: toTagList(tags) } } : {}
}

/** True where nothing of the config itself changes. */
export const isSameBesideTags = (live: JsonObject, config: JsonObject): boolean =>
  changesBetween(withoutTags(live), withoutTags(config)).length === 0

const command = (name: string, verb: 'tag' | 'untag', input: object): readonly string[] => [
  `printf '%s' ${quotedJson(input)} > "$work/${name}_${verb}.json"`,
  `aws cloudfront ${verb}-resource --cli-input-json "file://$work/${name}_${verb}.json"`,
]

/** What a change of tags takes; nothing where there is none. */
export function tagLines(name: string, { arn: Resource, config: before }: Live, after: JsonObject): string[] {
  const { set, removed } = tagChange(tagsOf(before), tagsOf(after))
  const hasNew = Object.keys(set).length > 0
  return [
    ...(hasNew ? command(name, 'tag', { Resource, Tags: { Items: toTagList(set) } }) : []),
    ...(removed.length > 0 ? command(name, 'untag', { Resource, TagKeys: { Items: removed } }) : []),
  ]
}
