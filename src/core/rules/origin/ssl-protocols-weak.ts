import { setAt } from '#core/model/edit.ts'
import { known, knownItems } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originSslProtocolsWeak = defineRule({
  id: 'origin/ssl-protocols-weak',
  severity: 'info',
  sees: 'origin',
  profiles: ['recommended', 'security'],
  summary: 'CloudFront may use old TLS versions to the origin.',
  why: 'SSLv3, TLS 1.0 and TLS 1.1 are broken or deprecated; CloudFront would fall back to them if the origin asks.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,
  alsoKnownAs: ['CKV2_AWS_54'],

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const custom = known(origin.CustomOriginConfig)
      if (!custom || custom.OriginProtocolPolicy === 'http-only') continue
      const protocols = knownItems(custom.OriginSslProtocols)
      const weak = protocols.filter((protocol) => protocol !== 'TLSv1.2')
      if (weak.length === 0) continue
      const field = [...path, 'CustomOriginConfig', 'OriginSslProtocols']
      yield {
        path: field,
        message: `The origin “${nameOf(origin.Id)}” may be asked with ${weak.join(', ')}; allow TLSv1.2 only.`,
        suggestions: [setAt(field, ['TLSv1.2'], 'Allow TLSv1.2 only')],
      }
    }
  },
})
