import { setAt } from '#core/model/edit.ts'
import { isWhollyKnown, known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

const versions = ['SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2']

export const originSslProtocolsGap = defineRule({
  id: 'origin/ssl-protocols-gap',
  covers: ['origin/ssl-protocols-weak'],
  severity: 'info',
  sees: 'origin',
  profiles: ['security'],
  summary: 'The TLS versions to the origin have a gap.',
  why: 'The list is a set, not a minimum: a version that is left out is not offered, and without TLSv1.2 most servers refuse.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const custom = known(origin.CustomOriginConfig)
      if (!custom || custom.OriginProtocolPolicy === 'http-only' || !isWhollyKnown(custom.OriginSslProtocols))
        continue
      const names: readonly string[] = knownItems(custom.OriginSslProtocols)
      const first = versions.findIndex((version) => names.includes(version))
      if (first < 0) continue
      const missing = versions.slice(first).filter((version) => !names.includes(version))
      if (missing.length === 0) continue
      const field = [...path, 'CustomOriginConfig', 'OriginSslProtocols']
      yield {
        path: field,
        message: `The TLS versions of the origin “${nameOf(origin.Id)}” leave out ${missing.join(', ')}, which CloudFront then does not offer; the list is a set, not a minimum. Use TLSv1.2.`,
        suggestions: [setAt(field, ['TLSv1.2'], 'Allow TLSv1.2 only')],
      }
    }
  },
})
