/** Logs where CloudFront puts them: objects of a bucket, as sources of a replay. */
import { failed, ok, type Result } from '#core/ground/result.ts'
import type { DesignDocument, LogicalId } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import type { LogSource } from '#core/replay/read/log-source.ts'
import { tell } from './status.ts'

export interface BucketOptions {
  readonly endpointUrl?: string
  readonly profile?: string
  /** ISO 8601. */
  readonly since?: string
  readonly until?: string
  /** Bytes as stored that are read at most. */
  readonly maxLogBytes: number
}

/** What is read where nobody said otherwise. */
export const usualBounds: BucketOptions = { maxLogBytes: 10 * 1024 ** 3 }

/** The bounds of a call, with what nobody said. */
export const bucketOptionsOf = (given: Partial<BucketOptions>): BucketOptions => ({
  maxLogBytes: given.maxLogBytes ?? usualBounds.maxLogBytes,
  ...(given.endpointUrl !== undefined && { endpointUrl: given.endpointUrl }),
  ...(given.profile !== undefined && { profile: given.profile }),
  ...(given.since !== undefined && { since: given.since }),
  ...(given.until !== undefined && { until: given.until }),
})

/** `s3://` alone stands for where the design's own access logs go. */
const own = 's3://'
export const isBucket = (path: string): boolean => path.startsWith(own)

/** The bucket and prefix of a distribution's legacy logs; undefined where it has none, or the deployment decides it. */
export function ownLogs(document: DesignDocument, id: LogicalId): string | undefined {
  const resource = document.resources[id]
  const logging = resource?.type === 'Distribution' ? known(resource.config.Logging) : undefined
  const host = known(logging?.Bucket)
  const bucket = host === undefined ? undefined : /^(.+?)\.s3[.-]/.exec(host)?.[1]
  return bucket === undefined ? undefined : `${own}${bucket}/${known(logging?.Prefix) ?? ''}`
}

const timeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text)

const gigabytes = (bytes: number) =>
  `${(bytes / 1024 ** 3).toLocaleString('en-US', { maximumFractionDigits: 3 })} GB`

/** The sources of one bucket and prefix; what the bound leaves out is told. */
export async function bucketSources(
  url: string,
  { endpointUrl, profile, since, until, maxLogBytes }: BucketOptions,
  opened: (
    stream: AsyncIterable<Uint8Array>,
    progress: (stored: number) => void,
  ) => AsyncIterable<Uint8Array>,
): Promise<Result<LogSource[], string>> {
  // Only who names a bucket waits for the SDK.
  const { bucketPlace, bucketRefusal, storedLogs } = await import('#aws/s3-logs.ts')
  const place = bucketPlace(url)
  if (!place) return failed(`“${url}” names no bucket; write it as s3://bucket/prefix.`)
  const [from, to] = [timeOf(since), timeOf(until)]
  if (Number.isNaN(from) || Number.isNaN(to))
    return failed('--since and --until are dates such as 2026-01-31 or 2026-01-31T12:00Z.')
  try {
    const { logs, leftOut } = await storedLogs(
      place,
      { from, until: to, most: maxLogBytes },
      { endpoint: endpointUrl, profile },
    )
    if (leftOut.files > 0)
      tell(
        `${url}: ${leftOut.files} files with ${gigabytes(leftOut.bytes)} are beyond the bound of ${gigabytes(maxLogBytes)} and are not read; --max-log-bytes raises it.`,
      )
    if (logs.length === 0) return failed(`${url}: There are no files of that time span here.`)
    return ok(
      logs.map(({ name, size, open }) => ({
        name,
        size,
        isRepeatable: true,
        open: (progress) => opened(open(), progress),
      })),
    )
  } catch (error) {
    return failed(bucketRefusal(error, url))
  }
}
