import { type HostParts, hostParts, isMoreThanHost } from '#core/ground/host-parts.ts'
import type { Origin } from '#core/model/document.ts'
import { combine, type Edit, setAt } from '#core/model/edit.ts'
import { known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import { defineRule } from '#core/rules/harness/rule.ts'
import { rightOriginPath } from '#core/rules/lookup/origin-path.ts'
import { eachOrigin } from '#core/rules/lookup/walk.ts'

/** The port of a custom origin that the URL names; undefined where it is not said for which protocol. */
function portField(origin: Origin, { scheme }: HostParts): 'HTTPPort' | 'HTTPSPort' | undefined {
  const custom = known(origin.CustomOriginConfig)
  if (!custom) return undefined
  const protocol = scheme ?? known(custom.OriginProtocolPolicy)?.replace('-only', '')
  return protocol === 'http' ? 'HTTPPort' : protocol === 'https' ? 'HTTPSPort' : undefined
}

/** What the URL says beside its host goes into the fields that it has; what stands there already stays. */
function partsEdit(origin: Origin, path: Path, parts: HostParts): Edit | undefined {
  const { host } = parts
  if (host === '' || /\s/.test(host)) return undefined
  const own = rightOriginPath(parts.path)
  const takesPath = own !== '' && !own.includes('*') && (origin.OriginPath ?? '') === ''
  const port = parts.port === undefined ? undefined : portField(origin, parts)
  const label = `Use “${host}”${takesPath ? ` and the origin path “${own}”` : ''}`
  return combine(label, [
    setAt([...path, 'DomainName'], host),
    ...(takesPath ? [setAt([...path, 'OriginPath'], own)] : []),
    ...(port ? [setAt([...path, 'CustomOriginConfig', port], parts.port)] : []),
  ])
}

export const originDomainHasScheme = defineRule({
  id: 'origin/domain-has-scheme',
  severity: 'error',
  sees: 'origin',
  summary: "An origin's domain name is a URL.",
  why: 'The protocol, port and path have fields of their own; a DomainName with any of them is refused.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
  code: 'InvalidArgument',
  mends: 'the host within the URL is asked, for the path within it',

  *check({ document }) {
    for (const { value: origin, path } of eachOrigin(document)) {
      // The spaces in “{{ name }}” of a tenant's parameter are no part of the name.
      const host = known(origin.DomainName)?.replace(/\{\{\s*([\w-]+)\s*\}\}/g, '{{$1}}')
      if (host === undefined || !isMoreThanHost(host)) continue
      const parts = hostParts(host)
      const fix = partsEdit(origin, path, parts)
      yield {
        path: [...path, 'DomainName'],
        message: `The origin domain “${host}” is more than a host name, so CloudFront refuses it; write “${parts.host}” and put path and ports into their own fields.`,
        ...(fix && { fix }),
      }
    }
  },
})
