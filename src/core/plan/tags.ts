/**
 * Tags live beside a config, behind calls of their own. A plan holds them as one more member, `Tags`, by their keys:
 * so they are compared, journaled and undone like everything else. A design owns the tags that it names and no others;
 * what other tools put there stays.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/tagging.html
 */
import type { Resource, ResourceType, Tag } from '#core/model/document.ts'
import { type Json, type JsonObject, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { resourceKinds } from '#core/resources/index.ts'

export type Tags = Readonly<Record<string, string>>
const member = 'Tags'

/** AWS's own: nobody else sets, changes or removes them. */
const isReserved = (key: string): boolean => /^aws:/i.test(key)
export const isTagged = (type: ResourceType): boolean => resourceKinds[type].deployment?.isTagged === true

/** The tags of a config; undefined where nothing is known of them. */
export function tagsOf(config: JsonObject | undefined): Tags | undefined {
  const tags = config?.[member]
  // What stands there was put there by `withTags`.
  return typeof tags === 'object' && tags !== null ? (tags as Tags) : undefined
}
export function withoutTags({ [member]: _, ...config }: JsonObject): JsonObject {
  return config
}
export const withTags = (config: JsonObject, tags: Tags | undefined): JsonObject => ({
  ...withoutTags(config),
  ...(tags && Object.keys(tags).length > 0 && { [member]: tags }),
})

/** From the API's list; what AWS puts there by itself is nobody's. */
export const fromTagList = (
  list: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[],
): Tags =>
  Object.fromEntries(
    list.flatMap(({ Key, Value = '' }) => (Key === undefined || isReserved(Key) ? [] : [[Key, Value]])),
  )
export const toTagList = (tags: Tags): { Key: string; Value: string }[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))

const listed = (resource: Resource | undefined): readonly Tag[] | undefined =>
  resource && 'tags' in resource ? resource.tags : undefined
/** Templates write numbers as tags, too. */
const text = (value: unknown): string | undefined => {
  const plain = known(value)
  return ['string', 'number', 'boolean'].includes(typeof plain) ? String(plain) : undefined
}

/** What a design says of tags, as far as it is decided; undefined where it says nothing of them at all. */
export function designTags(resource: Resource | undefined): Tags | undefined {
  const tags = listed(resource)
  if (!tags) return undefined
  const decided = tags.flatMap(({ Key, Value }): [string, string][] => {
    const [key, value] = [text(Key), text(Value)]
    return key === undefined || value === undefined || isReserved(key) ? [] : [[key, value]]
  })
  return Object.fromEntries(decided)
}

/** The tags of a design that no apply sets, each within a sentence. */
export function undecidedTags(resource: Resource): readonly string[] {
  return (listed(resource) ?? []).flatMap(({ Key, Value }) => {
    const [key, value] = [text(Key), text(Value)]
    if (key === undefined) return ['a tag whose name only a deployment decides']
    if (isReserved(key)) return [`its tag “${key}”, which only AWS sets`]
    return value === undefined ? [`its tag “${key}”, whose value only a deployment decides`] : []
  })
}

/** What an import gives to the design. */
export const importedTags = (live: JsonObject): { readonly tags?: readonly Tag[] } => {
  const tags = toTagList(tagsOf(live) ?? {})
  return tags.length > 0 ? { tags } : {}
}

interface Views {
  /** As the design last wanted it. */
  readonly base: JsonObject | undefined
  readonly live: JsonObject
  readonly wanted: JsonObject
  /** The design has no place for tags, or says nothing of them, and never did. */
  readonly isSilent: boolean
}
/** The paths of tags that stay: nobody took them out of the design, since they were never in it. */
export function othersTags({ base, live, wanted, isSilent }: Views): readonly Path[] {
  const [before, after] = [tagsOf(base) ?? {}, tagsOf(wanted) ?? {}]
  return Object.keys(tagsOf(live) ?? {})
    .filter((key) => !Object.hasOwn(after, key) && (isSilent || !Object.hasOwn(before, key)))
    .map((key) => [member, key])
}

/** A config to go back to, with the tags that came since and are not of that run. */
export function keepingOthersTags(config: JsonObject, live: JsonObject, sent: JsonObject): JsonObject {
  const [theirs, ours] = [tagsOf(live) ?? {}, tagsOf(sent) ?? {}]
  const kept = Object.entries(theirs).filter(([key]) => !Object.hasOwn(ours, key))
  return withTags(config, { ...Object.fromEntries(kept), ...tagsOf(config) })
}

export interface TagChange {
  readonly set: Tags
  readonly removed: readonly string[]
}
/** What makes tags out of other ones; of nothing known, nothing is removed. */
export function tagChange(before: Tags = {}, after: Tags = {}): TagChange {
  const isSame = (key: string) => Object.hasOwn(before, key) && before[key] === after[key]
  return {
    set: Object.fromEntries(Object.entries(after).filter(([key]) => !isSame(key))),
    removed: Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
  }
}

/** The tags in which two configs differ: a text is a text there, whatever a field of its name would mean. */
export function* tagDifferences(
  before: Json | undefined,
  after: Json | undefined,
): Generator<{ path: Path; before: Json | undefined; after: Json | undefined }> {
  const [was, is] = [tagsOf({ [member]: before ?? {} }) ?? {}, tagsOf({ [member]: after ?? {} }) ?? {}]
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const [one, other] = [was, is].map((tags) => (Object.hasOwn(tags, key) ? tags[key] : undefined))
    if (one !== other) yield { path: [member, key], before: one, after: other }
  }
}
