import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { restrictionsIn } from '#core/rules/code/function-code.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionHandlerMissing = defineRule({
  id: 'function/handler-missing',
  severity: 'error',
  sees: 'shared',
  summary: 'The code has no function called handler.',
  why: 'CloudFront calls handler with the event; without it publishing or the first run fails.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/writing-function-code.html',
  code: 'TestFunctionFailed',
  shows: { request: { url: '/' }, outcome: { status: 503 } },

  *check({ document }) {
    for (const { config, path, id } of resourcesOf(document, 'Function')) {
      const code = known(config.FunctionCode)
      if (code === undefined || code.trim() === '') continue
      // A handler is one in both runtimes alike.
      if (!restrictionsIn(code, 'cloudfront-js-2.0').some(({ message }) => /named “handler”/.test(message)))
        continue
      yield {
        path: [...path, 'FunctionCode'],
        message: `The code of “${id}” has no function called “handler”, which CloudFront calls; add “function handler(event) { return event.request }”.`,
      }
    }
  },
})
