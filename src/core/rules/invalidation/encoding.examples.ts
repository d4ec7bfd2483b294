import type { DesignDocument } from '#core/model/document.ts'
import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { distribution } from '#fixtures/build.ts'

const invalidating = (invalidate: string[]): DesignDocument => ({
  ...distribution(),
  scenarios: [{ name: 'after a release', steps: [{ invalidate }] }],
})

export const examples: RuleExamples = {
  valid: {
    plain: invalidating(['/img/a-1_b~c.jpg?x=1&y=2', '/caf%C3%A9/*', '/a%20b']),
  },
  invalid: {
    'an umlaut': invalidating(['/größe.html']),
    'a space': invalidating(['/my file.pdf']),
    'too much encoding': invalidating(['/%69ndex.html']),
  },
}
