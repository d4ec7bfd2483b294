import { distributionsIn } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'

export const configDefaultRootObjectChars = defineRule({
  id: 'config/default-root-object-chars',
  severity: 'error',
  summary: 'The default root object has a character that CloudFront refuses.',
  why: 'Letters, digits, spaces and _ - . * $ / ~ " \' & are allowed; another character is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesGeneral.html',
  code: 'InvalidDefaultRootObject',

  *check({ document }) {
    for (const { config, path } of distributionsIn(document)) {
      const name = known(config.DefaultRootObject) ?? ''
      const refused = [...new Set(name.match(/[^A-Za-z0-9 _\-.*$/~"'&]/g) ?? [])]
      if (refused.length === 0) continue
      yield {
        path: [...path, 'DefaultRootObject'],
        message: `The default root object “${name}” has ${refused.map((one) => `“${one}”`).join(', ')}, which CloudFront refuses; rename the object.`,
      }
    }
  },
})
