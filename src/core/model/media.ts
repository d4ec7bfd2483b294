/**
 * What a behavior serves of a stream, as its path pattern tells: manifests (playlists), which change while a stream is
 * live, or segments, which never do.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/live-streaming.html
 */
import { behaviorsOf, oncePer, type PlacedResource } from './distribution.ts'
import type { Behavior } from './document.ts'
import { known } from './field.ts'

export interface Media {
  readonly part: 'manifest' | 'segment'
  readonly format: 'HLS' | 'DASH' | 'CMAF' | 'Smooth Streaming'
}

/** By the end of a pattern; `*.m3u8*` and `*.m3u8` are alike. */
const parts: readonly (readonly [RegExp, Media])[] = [
  [/\.m3u8\*?$/i, { part: 'manifest', format: 'HLS' }],
  [/\.mpd\*?$/i, { part: 'manifest', format: 'DASH' }],
  [/\.isml?(\/manifest\*?|\/\*|\*)?$/i, { part: 'manifest', format: 'Smooth Streaming' }],
  [/\.(m4s|cmf[vamt])\*?$/i, { part: 'segment', format: 'CMAF' }],
]
/** Names that other files have as well: they are segments where the distribution has manifests. */
const alsoOthers = /\.(ts|aac|mp4|m4[av]|vtt|webvtt)\*?$/i

interface Told {
  readonly media: Media | undefined
  readonly isAlsoOther: boolean
}

/** What a behavior's pattern tells by itself. */
const toldBy = oncePer(({ PathPattern: pattern }: Behavior): Told => {
  const text = known(pattern) ?? ''
  return { media: parts.find(([end]) => end.test(text))?.[1], isAlsoOther: alsoOthers.test(text) }
})

/** The first manifest among a distribution's behaviors. */
const manifestIn = oncePer((distribution: PlacedResource<'Distribution'>): { readonly first?: Media } => {
  for (const { behavior } of behaviorsOf(distribution)) {
    const { media } = toldBy(behavior)
    if (media?.part === 'manifest') return { first: media }
  }
  return {}
})

/** What a behavior serves of a stream; undefined where its pattern does not tell. */
export function mediaOf(distribution: PlacedResource<'Distribution'>, behavior: Behavior): Media | undefined {
  const { media, isAlsoOther } = toldBy(behavior)
  if (media || !isAlsoOther) return media
  const { first } = manifestIn(distribution)
  return first && { part: 'segment', format: first.format }
}
