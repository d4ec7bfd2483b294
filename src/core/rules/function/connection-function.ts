import { distributionsIn, resourcesOf } from '#core/model/distribution.ts'
import { removeAt, setAt } from '#core/model/edit.ts'
import { isRef, known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const functionConnectionFunction = defineRule({
  id: 'function/connection-function',
  severity: 'error',
  sees: 'all',
  summary: 'A connection function does not fit the distribution.',
  why: "It decides on a viewer's certificate, so the distribution needs ViewerMtlsConfig; runtime 1.0 is refused for it.",
  docs: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ConnectionFunctionAssociation.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { id, config, path } of distributionsIn(document)) {
      const associated: unknown = known(config.ConnectionFunctionAssociation)?.Id
      if ((!isRef(associated) && (known(associated) ?? '') === '') || config.ViewerMtlsConfig !== undefined)
        continue
      yield {
        path: [...path, 'ConnectionFunctionAssociation'],
        message: `“${id}” has a connection function and no mutual TLS, so CloudFront refuses it; add ViewerMtlsConfig or remove the function.`,
        suggestions: [removeAt([...path, 'ConnectionFunctionAssociation'], 'Remove the connection function')],
      }
    }
    for (const { id, config, path } of resourcesOf(document, 'ConnectionFunction')) {
      const runtime = known(known(config.ConnectionFunctionConfig)?.Runtime)
      if (runtime === undefined || runtime === 'cloudfront-js-2.0') continue
      const field = [...path, 'ConnectionFunctionConfig', 'Runtime']
      yield {
        path: field,
        message: `The connection function “${id}” has the runtime “${runtime}”, which CloudFront refuses; use “cloudfront-js-2.0”.`,
        fix: setAt(field, 'cloudfront-js-2.0', 'Use cloudfront-js-2.0'),
      }
    }
  },
})
