import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'

const whole = behavior('/a/*', 'web')
const { PathPattern, TargetOriginId, ...rest } = whole
const part = (fields: object) => fields as typeof whole

export const examples: RuleExamples = {
  valid: {
    'whole behaviors': distribution({ CacheBehaviors: [whole, behavior('/b/*', 'web')] }),
    'two behaviors that lack the same field': distribution({
      CacheBehaviors: [part({ ...rest, PathPattern }), part({ ...rest, PathPattern: '/b/*' })],
    }),
    'one that lacks much': distribution({ CacheBehaviors: [part({ key: 'a', PathPattern })] }),
  },
  invalid: {
    'a dash before each field': distribution({
      CacheBehaviors: [part({ PathPattern }), part({ TargetOriginId }), part(rest)],
    }),
    'after a whole one': distribution({
      CacheBehaviors: [
        whole,
        part({ AllowedMethods: { Items: ['GET', 'HEAD'] } }),
        part({ PathPattern: '*.mp4' }),
      ],
    }),
    'an origin': distribution({
      Origins: [
        customOrigin('web'),
        { key: 'a', Id: 'b' } as never,
        { key: 'b', DomainName: 'b.example.org' } as never,
      ],
    }),
  },
}
