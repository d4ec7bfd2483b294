import { resourcesOf } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { closestTo } from '#core/rules/lookup/closest.ts'
import { repeats } from '#core/rules/lookup/walk.ts'

const fields = [
  'timestamp c-ip s-ip time-to-first-byte sc-status sc-bytes cs-method cs-protocol cs-host cs-uri-stem cs-bytes',
  'x-edge-location x-edge-request-id x-host-header time-taken cs-protocol-version c-ip-version cs-user-agent cs-referer',
  'cs-cookie cs-uri-query x-edge-response-result-type x-forwarded-for ssl-protocol ssl-cipher x-edge-result-type',
  'fle-encrypted-fields fle-status sc-content-type sc-content-len sc-range-start sc-range-end c-port',
  'x-edge-detailed-result-type c-country cs-accept-encoding cs-accept cache-behavior-path-pattern cs-headers',
  'cs-header-names cs-headers-count primary-distribution-id primary-distribution-dns-name origin-fbl origin-lbl asn',
  'cmcd-encoded-bitrate cmcd-buffer-length cmcd-buffer-starvation cmcd-content-id cmcd-object-duration cmcd-deadline',
  'cmcd-measured-throughput cmcd-next-object-request cmcd-next-range-request cmcd-object-type cmcd-playback-rate',
  'cmcd-requested-maximum-throughput cmcd-streaming-format cmcd-session-id cmcd-stream-type cmcd-startup',
  'cmcd-top-bitrate cmcd-version r-host sr-reason x-edge-mqcs distribution-tenant-id connection-id',
  'viewer-request-log-data viewer-response-log-data',
]
  .join(' ')
  .split(' ')

export const loggingRealtimeFields = defineRule({
  id: 'logging/realtime-fields',
  severity: 'error',
  sees: 'shared',
  summary: 'A real-time log field is unknown or listed twice.',
  why: 'CloudFront refuses an empty list of fields, a field that is listed twice and a name that it does not know. Its list of names grows, so that a name unknown here is reported as a warning.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'RealtimeLogConfig')) {
      const field = [...path, 'Fields']
      const items = config.Fields ?? []
      if (items.length === 0)
        yield {
          path: field,
          message: `“${id}” has no fields, so CloudFront refuses it; name at least “timestamp”, “c-ip”, “cs-uri-stem” and “sc-status”.`,
        }
      for (const [item, index] of repeats(items, (one) => known(one)))
        yield {
          path: [...field, index],
          message: `The field “${nameOf(item)}” of “${id}” is listed twice, so CloudFront refuses it; remove one.`,
          fix: removeAt([...field, index], `Remove the second “${nameOf(item)}”`),
        }
      for (const [index, item] of items.entries()) {
        const name = known(item)
        if (name === undefined || fields.includes(name)) continue
        const guess = closestTo(name.toLowerCase().replaceAll('_', '-'), fields)
        yield {
          path: [...field, index],
          message: `“${name}” is not known as a field of real-time logs, so CloudFront may refuse “${id}”; ${guess ? `did you mean “${guess}”?` : 'remove it or correct the name.'}`,
          severity: 'warning',
          ...(guess && { suggestions: [setAt([...field, index], guess, `Use “${guess}”`)] }),
        }
      }
    }
  },
})
