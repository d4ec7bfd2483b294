import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originHttpsPort = defineRule({
  id: 'origin/https-port',
  severity: 'error',
  sees: 'origin',
  summary: 'HTTPSPort is out of range.',
  why: 'CloudFront connects to no other ports and refuses the configuration.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const port = known(known(origin.CustomOriginConfig)?.HTTPSPort)
      if (
        port === undefined ||
        port === 80 ||
        port === 443 ||
        (Number.isInteger(port) && port >= 1024 && port <= 65535)
      )
        continue
      const field = [...path, 'CustomOriginConfig', 'HTTPSPort']
      yield {
        path: field,
        message: `CloudFront does not connect to port ${port}; HTTPSPort must be 80, 443 or from 1024 to 65535.`,
        suggestions: [setAt(field, 443, 'Use port 443')],
      }
    }
  },
})
