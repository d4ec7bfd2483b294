/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html#pricing-standard-logs */
import type { LogDestination } from '#core/money/log-destinations.ts'
import {
  bytesPerGigabyte,
  freeLogBytes,
  logsInParquet,
  logsToCloudWatch,
  logsToFirehose,
  realtimeLogLines,
} from '#core/money/prices.ts'
import { requestsIn, totalOf, type Usage, type UsageCell } from '#core/money/usage.ts'
import { inDigits } from '#core/money/words.ts'
import { type Count, itemOf, type Meter, type MeterContext, tieredItems } from './meter.ts'

export const realtimeLogs: Meter = {
  id: 'real-time-logs',
  what: 'Real-time log lines',
  items({ usage }) {
    const weight = ({ recorded }: UsageCell) => recorded
    const quantity = totalOf(usage, weight)
    return itemOf({ id: this.id, what: this.what, quantity, factor: usage.factor, weight }, realtimeLogLines)
  },
}

/** What lines weigh beyond the bytes that are free, for all destinations of a kind. */
function delivered(
  { facts, usage }: MeterContext,
  meter: Pick<Meter, 'id' | 'what'>,
  kind: LogDestination['kind'],
  free: number,
): Count[] {
  const requests = totalOf(usage, requestsIn)
  return facts.logs
    .filter((log) => log.kind === kind)
    .map(({ bytesPerLine }) => {
      const bytes = Math.max(0, bytesPerLine - free)
      return { ...counted(usage, requests, bytes, free), ...meter, service: 'CloudWatch' as const }
    })
}

const counted = ({ factor }: Usage, requests: number, bytes: number, free: number) => ({
  quantity: (requests * bytes) / bytesPerGigabyte,
  factor,
  how: `${inDigits(requests)} lines × ${bytes} bytes${free > 0 ? ` beyond ${free} free` : ''} = ${inDigits((requests * bytes) / bytesPerGigabyte)}`,
  weight: requestsIn,
})

export const cloudWatchLogs: Meter = {
  id: 'standard-logs-cloudwatch',
  what: 'Delivery of standard logs to CloudWatch Logs',
  items(context) {
    const meter = { id: this.id, what: this.what }
    return delivered(context, meter, 'cloudwatch-logs', freeLogBytes).flatMap((count) =>
      tieredItems(count, logsToCloudWatch),
    )
  },
}

export const firehoseLogs: Meter = {
  id: 'standard-logs-firehose',
  what: 'Delivery of standard logs to Firehose',
  items(context) {
    const meter = { id: this.id, what: this.what }
    return delivered(context, meter, 'firehose', 0).flatMap((count) => tieredItems(count, logsToFirehose))
  },
}

export const parquetLogs: Meter = {
  id: 'standard-logs-parquet',
  what: 'Standard logs written as Parquet',
  items(context) {
    const meter = { id: this.id, what: this.what }
    return delivered(context, meter, 's3-parquet', 0).flatMap((count) => itemOf(count, logsInParquet))
  },
}
