/**
 * What a cache tag may be, in a response and in an invalidation.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-tags.html
 */
const longestTag = 256
/** Visible ASCII without the comma that separates tags. */
const wellFormed = /^[\x21-\x2b\x2d-\x7e]+$/

/** Why a tag can name nothing, or null. */
export function tagProblem(tag: string): string | null {
  if (tag === '') return 'a tag is missing after “#”'
  if (tag.length > longestTag) return `a tag has at most ${longestTag} characters`
  return wellFormed.test(tag) ? null : 'a tag holds visible ASCII characters without commas only'
}
