import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const invalidating = (invalidate: string[], config: Partial<DistributionConfig> = {}): DesignDocument => ({
  ...distribution(config),
  scenarios: [{ name: 'after a release', steps: [{ invalidate }] }],
})
const keyed: Partial<DistributionConfig> = {
  DefaultCacheBehavior: {
    TargetOriginId: 'web',
    ForwardedValues: { QueryString: true, Cookies: { Forward: 'none' } },
  },
}

export const examples: RuleExamples = {
  valid: {
    'not keyed': invalidating(['/a.jpg']),
    'a wildcard': invalidating(['/a.jpg*'], keyed),
    'with its query': invalidating(['/a.jpg?w=100'], keyed),
  },
  invalid: {
    keyed: invalidating(['/a.jpg'], keyed),
  },
}
