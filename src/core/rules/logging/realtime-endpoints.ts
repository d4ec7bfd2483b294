import { resourcesOf } from '#core/model/distribution.ts'
import { setAt } from '#core/model/edit.ts'
import { isRef, isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

/** What a field of the endpoint should be, and how CloudFormation gives it. */
const arns = [
  {
    field: 'StreamARN',
    noun: 'a Kinesis data stream',
    type: 'AWS::Kinesis::Stream',
    pattern: /^arn:aws[\w-]*:kinesis:[a-z0-9-]+:\d{12}:stream\/.+$/,
  },
  {
    field: 'RoleARN',
    noun: 'a role',
    type: 'AWS::IAM::Role',
    pattern: /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/,
  },
] as const

export const loggingRealtimeEndpoints = defineRule({
  id: 'logging/realtime-endpoints',
  severity: 'error',
  sees: 'shared',
  summary: 'Real-time logs do not go to exactly one Kinesis stream.',
  why: 'CloudFront takes exactly one endpoint, of the type Kinesis, with the ARN of a data stream and of a role that may write to it.',
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_EndPoint.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of resourcesOf(document, 'RealtimeLogConfig')) {
      const field = [...path, 'EndPoints']
      if (!isWhollyKnown(config.EndPoints)) continue
      const endpoints = knownItems(config.EndPoints)
      if (endpoints.length !== 1)
        yield {
          path: field,
          message: `“${id}” has ${endpoints.length} endpoints and CloudFront takes exactly one; name one Kinesis data stream.`,
        }
      for (const [index, endpoint] of endpoints.entries()) {
        const type = known(endpoint.StreamType)
        if (type !== undefined && type !== 'Kinesis')
          yield {
            path: [...field, index, 'StreamType'],
            message: `“${type}” is not a type of stream that CloudFront takes for “${id}”; use “Kinesis”.`,
            fix: setAt([...field, index, 'StreamType'], 'Kinesis', 'Use Kinesis'),
          }
        const stream = known(endpoint.KinesisStreamConfig)
        if (!stream) continue
        for (const { field: name, noun, type: wanted, pattern } of arns) {
          const value: unknown = stream[name]
          const target = isRef(value) ? document.resources[value.ref] : undefined
          const isWrongRef =
            isRef(value) &&
            target !== undefined &&
            ((target.type === wanted && value.attribute !== 'Arn') ||
              (target.type !== wanted && target.type.startsWith('AWS::')))
          const isWrongText = typeof value === 'string' && !pattern.test(value)
          if (!isWrongRef && !isWrongText) continue
          yield {
            path: [...field, index, 'KinesisStreamConfig', name],
            message: `“${nameOf(isRef(value) ? value : String(value))}” is not the ARN of ${noun}, so CloudFront refuses “${id}”; give the ARN.`,
            ...(isRef(value) &&
              target?.type === wanted && {
                fix: setAt(
                  [...field, index, 'KinesisStreamConfig', name],
                  { ref: value.ref, attribute: 'Arn' },
                  'Use its ARN',
                ),
              }),
          }
        }
      }
    }
  },
})
