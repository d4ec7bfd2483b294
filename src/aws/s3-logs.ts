/** Log files in a bucket: which there are in a time span, up to a number of bytes, and their bytes as they come. */
import { S3 } from '@aws-sdk/client-s3'
import { toFailure } from './errors.ts'

export interface BucketAccess {
  readonly endpoint?: string | undefined
  readonly profile?: string | undefined
}
export interface BucketPlace {
  readonly bucket: string
  readonly prefix: string
}
export interface BucketSpan {
  /** Milliseconds since the epoch. */
  readonly from?: number | undefined
  readonly until?: number | undefined
  /** Bytes as stored that are read at most. */
  readonly most: number
}
export interface StoredLog {
  readonly name: string
  readonly size: number
  open(): AsyncIterable<Uint8Array>
}
export interface StoredLogs {
  readonly logs: readonly StoredLog[]
  /** What the bound has left out. */
  readonly leftOut: { readonly files: number; readonly bytes: number }
}

/** `s3://bucket/prefix`; undefined for anything else. */
export function bucketPlace(url: string): BucketPlace | undefined {
  const [, bucket, prefix = ''] = /^s3:\/\/([^/]+)(?:\/(.*))?$/.exec(url) ?? []
  return bucket === undefined ? undefined : { bucket, prefix }
}

const hour = 3_600_000

/**
 * When the requests of a file were, by its name: `EXAMPLE.2026-01-05-13.abcd.gz` of legacy logs, `2026/01/05/13` of
 * partitions; undefined where the name says nothing. Files hold requests of the hour that they are named after and, since
 * some come late, of hours before.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html#access-logs-file-naming
 */
function hourOf(name: string): number | undefined {
  const [, year, month, day, of = '00'] =
    /(?:^|[./])(\d{4})[-/](?:month=)?(\d{2})[-/](?:day=)?(\d{2})(?:[-/](?:hour=)?(\d{2}))?[./]/.exec(
      name.replaceAll('year=', ''),
    ) ?? []
  const time = Date.parse(`${year}-${month}-${day}T${of}:00:00Z`)
  return Number.isNaN(time) ? undefined : time
}

interface Listed {
  readonly key: string
  readonly size: number
  readonly time: number
}

/** Files are named after an hour, so one that ends within the span begins up to an hour before it. */
const isWithin = ({ time }: Listed, { from, until }: BucketSpan): boolean =>
  (from === undefined || time + hour > from) && (until === undefined || time <= until)

async function listed(s3: S3, { bucket, prefix }: BucketPlace): Promise<Listed[]> {
  const found: Listed[] = []
  let ContinuationToken: string | undefined
  do {
    const page = await s3.listObjectsV2({ Bucket: bucket, Prefix: prefix, ContinuationToken })
    for (const { Key: key, Size: size = 0, LastModified: modified } of page.Contents ?? [])
      if (key !== undefined && size > 0 && !key.endsWith('/'))
        found.push({ key, size, time: hourOf(key) ?? modified?.getTime() ?? 0 })
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken !== undefined)
  return found
}

async function* bytesOf(s3: S3, { bucket }: BucketPlace, key: string): AsyncGenerator<Uint8Array> {
  const { Body: body } = await s3.getObject({ Bucket: bucket, Key: key })
  // In Node.js it is a stream.
  if (body) yield* body as unknown as AsyncIterable<Uint8Array>
}

export async function storedLogs(
  place: BucketPlace,
  span: BucketSpan,
  { endpoint, profile }: BucketAccess,
): Promise<StoredLogs> {
  const s3 = new S3({
    region: 'us-east-1',
    followRegionRedirects: true,
    forcePathStyle: endpoint !== undefined,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    ...(endpoint !== undefined && { endpoint }),
    ...(profile !== undefined && { profile }),
  })
  const all = (await listed(s3, place)).filter((file) => isWithin(file, span))
  const logs: StoredLog[] = []
  const leftOut = { files: 0, bytes: 0 }
  let bytes = 0
  for (const { key, size } of all) {
    if (bytes + size > span.most) {
      leftOut.files += 1
      leftOut.bytes += size
      continue
    }
    bytes += size
    logs.push({ name: `s3://${place.bucket}/${key}`, size, open: () => bytesOf(s3, place, key) })
  }
  return { logs, leftOut }
}

/** What S3 refuses, in a sentence. */
export const bucketRefusal = (error: unknown, url: string): string => toFailure(error, url).message
