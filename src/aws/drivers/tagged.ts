/**
 * Gives the drivers of what CloudFront keeps tags of the calls for them: read with the config, set with the creation
 * (so that nothing is ever there without them), and changed one by one.
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TagResource.html
 */
import type { CloudFront } from '@aws-sdk/client-cloudfront'
import { attempt } from '#aws/errors.ts'
import type { LogicalId } from '#core/model/document.ts'
import type { JsonObject } from '#core/model/field.ts'
import { changesBetween } from '#core/plan/diff.ts'
import { type Candidate, DriverFailure, type ResourceDriver } from '#core/plan/driver.ts'
import type { Live } from '#core/plan/resolve.ts'
import {
  fromTagList,
  type TagChange,
  type Tags,
  tagChange,
  tagsOf,
  toTagList,
  withoutTags,
  withTags,
} from '#core/plan/tags.ts'
import { afterwards } from './named.ts'

const isNoChange = ({ set, removed }: TagChange) => Object.keys(set).length + removed.length === 0

/** A driver whose creation takes tags beside the config. */
export interface TaggableDriver extends ResourceDriver {
  readonly create: (id: LogicalId, config: JsonObject, tags?: Tags) => Promise<Live>
}
/** The member of an input that takes tags; nothing where there are none. */
export const tagsInput = (tags: Tags | undefined): { Tags?: { Items: { Key: string; Value: string }[] } } =>
  tags && Object.keys(tags).length > 0 ? { Tags: { Items: toTagList(tags) } } : {}

export function tagged(aws: CloudFront, driver: TaggableDriver): ResourceDriver {
  async function tagsAt(Resource: string, what: string): Promise<Pick<Live, 'config' | 'tagsUnread'>> {
    try {
      const { Tags } = await attempt(`Reading the tags of ${what}`, () =>
        aws.listTagsForResource({ Resource }),
      )
      return { config: withTags({}, fromTagList(Tags?.Items ?? [])) }
    } catch (error) {
      // Who may not read tags, or asks an API without them, can still plan everything else.
      if (!(error instanceof DriverFailure) || !error.isRefusal) throw error
      return { config: {}, tagsUnread: error.message }
    }
  }
  async function complete(live: Live): Promise<Live> {
    if (live.arn === undefined)
      return {
        ...live,
        tagsUnread: `The answer for “${live.physicalId}” lacks its ARN, which tags are kept under.`,
      }
    const { config, tagsUnread } = await tagsAt(live.arn, `“${live.physicalId}”`)
    return {
      ...live,
      config: withTags(live.config, tagsOf(config)),
      ...(tagsUnread !== undefined && { tagsUnread }),
    }
  }
  async function changeTags({ arn: Resource, physicalId }: Live, { set, removed }: TagChange) {
    const doing = `Changing the tags of “${physicalId}”`
    const untag = () =>
      attempt(doing, () => aws.untagResource({ Resource, TagKeys: { Items: [...removed] } }))
    const isSet = Object.keys(set).length > 0
    if (isSet) await attempt(doing, () => aws.tagResource({ Resource, Tags: { Items: toTagList(set) } }))
    if (removed.length > 0) await (isSet ? afterwards(untag) : untag())
  }

  return {
    ...driver,
    async read(physicalId) {
      const live = await driver.read(physicalId)
      return live && complete(live)
    },
    async candidates(id, config) {
      const found: Candidate[] = []
      for (const one of await driver.candidates(id, withoutTags(config)))
        found.push({ ...one, live: await complete(one.live) })
      return found
    },
    async create(id, config) {
      const tags = tagsOf(config)
      const live = await driver.create(id, withoutTags(config), tags)
      return { ...live, config: withTags(live.config, tags) }
    },
    async update(live, config) {
      const [before, after] = [withoutTags(live.config), withoutTags(config)]
      const change = tagChange(tagsOf(live.config), tagsOf(config))
      if (!isNoChange(change) && changesBetween(before, after).length === 0) {
        await changeTags(live, change)
        return { ...live, config }
      }
      const changed = await driver.update({ ...live, config: before }, after)
      await afterwards(() => changeTags(live, change))
      return { ...changed, config: withTags(changed.config, tagsOf(config)) }
    },
    delete: (live) => driver.delete({ ...live, config: withoutTags(live.config) }),
  }
}
