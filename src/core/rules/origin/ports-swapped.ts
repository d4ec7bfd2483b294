import { combine, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { nameOf } from '#core/model/stand-in.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originPortsSwapped = defineRule({
  id: 'origin/ports-swapped',
  severity: 'warning',
  sees: 'origin',
  summary: 'HTTP and HTTPS ports look swapped.',
  why: 'Port 443 speaks TLS and port 80 does not: with the ports swapped every connection fails with a 502.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const custom = known(origin.CustomOriginConfig)
      const [http, https] = [known(custom?.HTTPPort), known(custom?.HTTPSPort)]
      const protocol = known(custom?.OriginProtocolPolicy)
      const isHttpWrong = http === 443 && protocol !== 'https-only'
      const isHttpsWrong = https === 80 && protocol !== 'http-only'
      if (!isHttpWrong && !isHttpsWrong) continue
      const field = [...path, 'CustomOriginConfig']
      yield {
        path: [...field, isHttpWrong ? 'HTTPPort' : 'HTTPSPort'],
        message: `The origin “${nameOf(origin.Id)}” is asked ${isHttpWrong ? 'by HTTP on port 443' : 'by HTTPS on port 80'}, where connections usually fail with 502; use 80 for HTTP and 443 for HTTPS.`,
        suggestions: [
          combine('Use ports 80 and 443', [
            setAt([...field, 'HTTPPort'], 80),
            setAt([...field, 'HTTPSPort'], 443),
          ]),
        ],
      }
    }
  },
})
