import { setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

export const originDomainHasScheme = defineRule({
  id: 'origin/domain-has-scheme',
  severity: 'error',
  sees: 'origin',
  summary: "An origin's domain name is a URL.",
  why: 'The protocol, port and path have fields of their own; a DomainName with any of them is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',
  mends: 'the host within the URL is asked',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      // The spaces in “{{ name }}” of a tenant's parameter are no part of the name.
      const host = known(origin.DomainName)?.replace(/\{\{\s*([\w-]+)\s*\}\}/g, '{{$1}}')
      if (host === undefined || !/:\/\/|[/?#@\s]|:\d+$/.test(host)) continue
      const bare = host
        .trim()
        .replace(/^[a-z]+:\/\//i, '')
        .replace(/[/?#].*$/, '')
        .replace(/^.*@/, '')
        .replace(/:\d+$/, '')
      const field = [...path, 'DomainName']
      yield {
        path: field,
        message: `The origin domain “${host}” is more than a host name, so CloudFront refuses it; write “${bare}” and put path and ports into their own fields.`,
        ...(bare !== '' && !/\s/.test(bare) && { fix: setAt(field, bare, `Use “${bare}”`) }),
      }
    }
  },
})
