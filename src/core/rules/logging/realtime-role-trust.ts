import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { trustedServices } from '#core/rules/lookup/edge-functions.ts'
import { foreignBehind } from '#core/rules/lookup/foreign.ts'

const wanted = 'cloudfront.amazonaws.com'

export const loggingRealtimeRoleTrust = defineRule({
  id: 'logging/realtime-role-trust',
  severity: 'warning',
  sees: 'shared',
  summary: 'The role of real-time logs does not trust CloudFront.',
  why: 'CloudFront writes to the Kinesis stream as the role that the endpoint names, which it can only do where the trust policy of the role names cloudfront.amazonaws.com.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html',
  code: null,

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'RealtimeLogConfig'))
      for (const [index, item] of (config.EndPoints ?? []).entries()) {
        const stream = known(known(item)?.KinesisStreamConfig)
        const role = foreignBehind(document, stream?.RoleARN, 'AWS::IAM::Role')
        const services = role && trustedServices(role.config['AssumeRolePolicyDocument'])
        if (!services || services.includes(wanted)) continue
        yield {
          path: [...path, 'EndPoints', index, 'KinesisStreamConfig', 'RoleARN'],
          message: `The role “${role.id}” does not trust “${wanted}”, so CloudFront cannot write the logs of “${id}”; add it to AssumeRolePolicyDocument.`,
        }
      }
  },
})
