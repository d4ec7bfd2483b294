/**
 * What a video player asks for: the manifest, what it lists, and the manifest again as a live stream goes on; then a
 * second viewer, whom the caches know what to give.
 */
import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { type Media, mediaOf } from '#core/model/media.ts'
import type { OriginRule, ScenarioStep, ViewerRequest } from '#core/model/scenario.ts'

/** Seconds that a segment lasts, as most packagers have it. */
const segmentSeconds = 6

const manifestType = (path: string): Media['format'] | undefined => {
  if (/\.m3u8$/i.test(path)) return 'HLS'
  if (/\.mpd$/i.test(path)) return 'DASH'
  return /\.isml?(\/manifest)?$/i.test(path) ? 'Smooth Streaming' : undefined
}

/** A path that a pattern takes: `/live/*.m3u8` takes `/live/index.m3u8`. */
const pathOf = (pattern: string, name: string) =>
  `/${pattern
    .replace(/^\//, '')
    .replace(/(\.isml?)(?:\/\*|\*)$/i, '$1/Manifest')
    .replaceAll('*', name)
    .replaceAll('?', 'x')}`

interface Patterns {
  readonly manifest: string | undefined
  readonly segments: readonly string[]
}

function patternsOf(document: DesignDocument, id: LogicalId): Patterns {
  const site = distributionsIn(document).find((distribution) => distribution.id === id)
  const parts = (site ? behaviorsOf(site) : []).flatMap(({ behavior }) => {
    const media = site && mediaOf(site, behavior)
    const pattern = known(behavior.PathPattern)
    return media && pattern !== undefined ? [{ pattern, part: media.part }] : []
  })
  return {
    manifest: parts.find(({ part }) => part === 'manifest')?.pattern,
    segments: parts.filter(({ part }) => part === 'segment').map(({ pattern }) => pattern),
  }
}

/** The ends of the segments' names: as the behaviors have them, else as the format usually does. */
function endingsOf(
  format: Media['format'],
  segments: readonly string[],
): { start?: string; segment: string } {
  const ends = segments.flatMap((pattern) => /\.[a-z0-9]+(?=\*?$)/i.exec(pattern) ?? [])
  const segment = ends.find((end) => /^\.(ts|m4s|cmfv|aac)$/i.test(end))
  const usual = format === 'HLS' ? '.ts' : '.m4s'
  const ending = segment ?? ends[0] ?? usual
  return ending === '.ts' ? { segment: ending } : { start: 'init.mp4', segment: ending }
}

/** The paths of a stream: its manifest, and the files that a player fetches of it, in order. */
export function streamPaths(
  document: DesignDocument,
  id: LogicalId,
  url?: string,
): { readonly manifest: string; readonly start: readonly string[]; readonly segment: (n: number) => string } {
  const { manifest: pattern, segments } = patternsOf(document, id)
  const asked = url !== undefined && manifestType(url.split('?')[0] ?? '') !== undefined ? url : undefined
  const manifest = asked ?? (pattern === undefined ? '/index.m3u8' : pathOf(pattern, 'index'))
  const [path = ''] = manifest.split('?')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const format = manifestType(path) ?? 'HLS'
  if (format === 'Smooth Streaming') {
    const file = path.replace(/\/manifest$/i, '')
    return {
      manifest: `${file}/Manifest`,
      start: [],
      segment: (n) => `${file}/QualityLevels(1500000)/Fragments(video=${n * segmentSeconds * 10_000_000})`,
    }
  }
  const { start, segment } = endingsOf(format, segments)
  return {
    manifest,
    start: start === undefined ? [] : [`${folder}${start}`],
    segment: (n) => `${folder}segment${n}${segment}`,
  }
}

/** What two viewers' players ask for, one after the other, in a scenario's steps. */
export function playerSteps(
  document: DesignDocument,
  id: LogicalId,
  request: ViewerRequest,
): readonly ScenarioStep[] {
  const { manifest, start, segment } = streamPaths(document, id, request.url)
  const get = (url: string): ScenarioStep => ({ request: { ...request, method: 'GET', url } })
  return [
    ...[manifest, ...start, segment(1), segment(2)].map(get),
    // The second viewer.
    ...[manifest, ...start, segment(1), segment(2)].map(get),
    { advance: segmentSeconds },
    ...[manifest, segment(3)].map(get),
  ]
}

/** How an origin of a live stream answers: manifests for a second, segments for good. */
export const liveStream: readonly OriginRule[] = [
  ...(
    [
      ['*.m3u8', 'application/vnd.apple.mpegurl', '#EXTM3U\n#EXT-X-TARGETDURATION:6\n'],
      ['*.mpd', 'application/dash+xml', '<MPD type="dynamic"/>'],
      ['*/Manifest', 'text/xml', '<SmoothStreamingMedia/>'],
    ] as const
  ).map(
    ([path, type, body]): OriginRule => ({
      match: { path },
      response: { headers: { 'Content-Type': type, 'Cache-Control': 'max-age=1' }, body },
    }),
  ),
  {
    match: {},
    response: {
      headers: { 'Content-Type': 'video/mp4', 'Cache-Control': 'public, max-age=86400', ETag: '"segment-1"' },
      bodySize: 1_500_000,
    },
  },
]
