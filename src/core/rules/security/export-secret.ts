import { distributionsIn, originsOf, resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { hasSecret, isSecretHeader } from '#core/rules/lookup/secrets.ts'

export const securityExportSecret = defineRule({
  id: 'security/export-secret',
  severity: 'info',
  sees: 'all',
  profiles: ['security'],
  summary: 'A secret would be in the exported template.',
  why: "What is written into a header value or a function's code is in every export, in version control and in the change history. Dynamic references keep secrets in Secrets Manager, and a key value store keeps them out of code.",
  docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) {
      const secret = originsOf(distribution)
        .flatMap(({ value, path }) =>
          (value.CustomHeaders ?? []).map((header, index) => ({
            header,
            path: [...path, 'CustomHeaders', index],
          })),
        )
        .find(({ header }) =>
          isSecretHeader(known(known(header)?.HeaderName), known(known(header)?.HeaderValue)),
        )
      if (secret)
        yield {
          path: [...secret.path, 'HeaderValue'],
          message: `Every export of “${distribution.id}” shows the value of “${nameOf(known(secret.header)?.HeaderName)}”; keep it in Secrets Manager and write a dynamic reference.`,
        }
    }
    for (const { id, config, path } of resourcesOf(document, 'Function')) {
      if (!hasSecret(known(config.FunctionCode) ?? '')) continue
      yield {
        path: [...path, 'FunctionCode'],
        message: `The code of “${id}” holds what looks like a secret, which every export shows; keep it in a key value store.`,
      }
    }
  },
})
