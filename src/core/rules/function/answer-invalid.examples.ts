import type { RuleExamples } from '#core/rules/harness/examples.ts'
import { running } from '#fixtures/build.ts'

export const examples: RuleExamples = {
  valid: {
    'a redirect': running(
      "function handler(event) { return { statusCode: 302, headers: { location: { value: '/new/' } } } }",
    ),
    'a new path': running(
      "function handler(event) { event.request.uri = '/index.html'; return event.request }",
    ),
  },
  invalid: {
    'a status that is a text': running("function handler(event) { return { statusCode: '302' } }"),
    'a header that is a text': running(
      "function handler(event) { event.request.headers['x-site'] = 'shop'; return event.request }",
    ),
    'a uri without a slash': running(
      "function handler(event) { event.request.uri = 'index.html'; return event.request }",
    ),
  },
}
