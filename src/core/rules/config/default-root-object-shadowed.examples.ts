import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { behavior, customOrigin, distribution } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'one origin': distribution({
      DefaultRootObject: 'index.html',
      CacheBehaviors: [behavior('*.html', 'web')],
    }),
  },
  invalid: {
    'another origin': distribution({
      DefaultRootObject: 'index.html',
      Origins: [customOrigin('web'), customOrigin('pages')],
      CacheBehaviors: [behavior('*.html', 'pages')],
    }),
  },
}
