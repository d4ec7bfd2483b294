import { toPointer } from '#core/model/path.ts'
import { guide } from '#core/trace/engine/stage.ts'
import { defineHint } from './hint.ts'

export const originTooSlow = defineHint({
  id: 'origin-too-slow',
  docs: guide('RequestAndResponseBehaviorCustomOrigin'),
  find({ result, origin }) {
    const late = result.originRequests.filter(
      ({ error }) => error === 'response-timeout' || error === 'connect-timeout',
    )
    const [first] = late
    if (!origin || !first || result.status !== 504) return undefined
    const waited = result.events.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000
    const isResponse = first.error === 'response-timeout'
    const each = isResponse ? origin.readTimeout : origin.connectionTimeout
    const setting = isResponse ? ['CustomOriginConfig', 'OriginReadTimeout'] : ['ConnectionTimeout']
    return {
      text: `The viewer waited ${waited} s: ${late.length} ${late.length === 1 ? 'attempt' : 'attempts'} of ${each} s each (${isResponse ? 'response timeout' : 'connection timeout'}), then a 504. ${isResponse ? 'Long calls need a longer response timeout, up to 120 s and beyond by a quota increase, or an answer at once and the result later.' : 'The origin does not accept connections from CloudFront: look at its security group and its port.'}`,
      because: [toPointer([...origin.path, ...setting])],
    }
  },
})
