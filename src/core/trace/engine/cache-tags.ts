/**
 * Cache tags: what the origin names an object by, and an invalidation can.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-by-tags.html and invalidation-specifying-tags
 */
import { tagProblem } from '#core/http/cache-tag.ts'
import type { HeaderFields } from '#core/http/header-fields.ts'

const mostTags = 50
export interface ReadTags {
  /** Lower case, since tags are compared without regard to it. */
  readonly tags: readonly string[]
  /** Why some are not kept, in one sentence; null where all are. */
  readonly problem: string | null
}

const none: ReadTags = { tags: [], problem: null }

/** The tags of a response, from the header that the distribution's CacheTagConfig names. */
export function readTags(headers: HeaderFields, headerName: string | null): ReadTags {
  if (headerName === null) return none
  const text = headers.combined(headerName)
  if (text === null) return none
  const given = text
    .split(',')
    .map((tag) => tag.trim().toLowerCase())
    .filter((tag) => tag !== '')
  const good = [...new Set(given.filter((tag) => tagProblem(tag) === null))]
  const wrong = given.find((tag) => tagProblem(tag) !== null)
  const problem =
    wrong !== undefined
      ? `“${wrong.slice(0, 40)}” is no cache tag: ${tagProblem(wrong)}.`
      : good.length > mostTags
        ? `The origin names ${good.length} cache tags; CloudFront keeps the first ${mostTags}.`
        : null
  return { tags: good.slice(0, mostTags), problem }
}
