import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { behaviorName, eachBehavior } from '#core/rules/lookup/walk.ts'

export const behaviorRealtimeLogArn = defineRule({
  id: 'behavior/realtime-log-arn',
  severity: 'error',
  sees: 'behavior',
  summary: 'RealtimeLogConfigArn is not the ARN of a real-time log configuration.',
  why: 'CloudFront takes the ARN of a real-time log configuration of the same account.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_RealtimeLogConfig.html',
  code: 'NoSuchRealtimeLogConfig',

  *check({ document }) {
    for (const placed of eachBehavior(document)) {
      const { behavior, path } = placed
      const arn = known(behavior.RealtimeLogConfigArn)
      if (
        arn === undefined ||
        arn === '' ||
        /^arn:aws[a-z-]*:cloudfront::\d{12}:realtime-log-config\/.+$/.test(arn)
      )
        continue
      yield {
        path: [...path, 'RealtimeLogConfigArn'],
        message: `“${arn}” is not the ARN of a real-time log configuration, so CloudFront refuses ${behaviorName(placed)}; use “arn:aws:cloudfront::ACCOUNT:realtime-log-config/NAME”.`,
      }
    }
  },
})
