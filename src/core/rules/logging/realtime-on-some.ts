import { behaviorsOf, distributionsIn } from '#core/model/distribution.ts'
import { combine, setAt } from '#core/model/edit.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName } from '#core/rules/lookup/walk.ts'

export const loggingRealtimeOnSome = defineRule({
  id: 'logging/realtime-on-some',
  severity: 'info',
  profiles: ['recommended'],
  summary: 'Real-time logs leave out some behaviors.',
  why: 'Real-time logs are switched on behavior by behavior; requests that others serve are missing in the stream.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const behaviors = behaviorsOf(distribution)
      const attached = behaviors.find(({ behavior }) => behavior.RealtimeLogConfigArn)
      const without = behaviors.filter(({ behavior }) => !behavior.RealtimeLogConfigArn)
      const [first] = without
      if (!attached || !first) continue
      const field = [...first.path, 'RealtimeLogConfigArn']
      const arn: unknown = attached.behavior.RealtimeLogConfigArn
      yield {
        path: field,
        message: `Requests of ${without.map((one) => behaviorName(one)).join(', ')} are missing in the real-time logs of “${distribution.id}”; attach the configuration there too, or leave it so on purpose.`,
        suggestions: [
          combine(
            'Log every behavior',
            without.map(({ path }) => setAt([...path, 'RealtimeLogConfigArn'], arn)),
          ),
        ],
      }
    }
  },
})
