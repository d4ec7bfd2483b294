import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const costRealtimeLogs = defineRule({
  id: 'cost/realtime-logs',
  severity: 'info',
  sees: 'shared',
  profiles: ['cost'],
  summary: 'Real-time logs record every request.',
  why: 'Real-time logs are billed by line, and the Kinesis data stream by throughput. A sample of a few percent shows trends as well as all requests do.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'RealtimeLogConfig')) {
      if (known(config.SamplingRate) !== 100) continue
      const field = [...path, 'SamplingRate']
      yield {
        path: field,
        message: `“${id}” logs every request in real time, which is billed by line and by stream; a lower sampling rate costs less where traffic is high.`,
        suggestions: [setAt(field, 5, 'Log 5 percent'), setAt(field, 25, 'Log 25 percent')],
      }
    }
  },
})
