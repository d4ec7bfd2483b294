import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

const isPrivate = (host: string) => /(^|\.)(localhost|local|internal|test|example)$/i.test(host)

export const originDomainUnresolvable = defineRule({
  id: 'origin/domain-unresolvable',
  severity: 'warning',
  sees: 'origin',
  summary: "An origin's name is not in public DNS.",
  why: 'CloudFront resolves the origin from its own network: a private or reserved name never resolves there and viewers get a 502.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: null,

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      const host = known(origin.DomainName)
      if (host === undefined || origin.VpcOriginConfig !== undefined || !isPrivate(host)) continue
      yield {
        path: [...path, 'DomainName'],
        message: `“${host}” is not in public DNS, so CloudFront cannot reach it and answers 502; use a public name or a VPC origin.`,
      }
    }
  },
})
