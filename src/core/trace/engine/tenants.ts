/**
 * Which tenant of a multi-tenant distribution answers to a host. The distribution itself has no routing endpoint.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html
 */
import type { CompiledDistribution, CompiledTenant } from '#core/trace/compile/compiled.ts'
import type { Note } from '#core/trace/message/message.ts'
import { answersTo } from './host.ts'

interface Match {
  readonly tenant: CompiledTenant
  readonly domain: string
}

/** The tenant with that very domain name, else the one whose wildcard says most. */
function tenantFor(tenants: readonly CompiledTenant[], host: string): Match | undefined {
  const matches = tenants.flatMap((tenant): Match[] => {
    const domain = answersTo(tenant.domains, host)
    return domain === undefined ? [] : [{ tenant, domain }]
  })
  return matches.sort(
    (a, b) => Number(b.domain === host) - Number(a.domain === host) || b.domain.length - a.domain.length,
  )[0]
}

const names = (list: readonly string[]) => list.map((name) => `“${name}”`).join(', ')

/** The tenant that serves the request, or null where CloudFront answers 403; tells which and why. */
export function chooseTenant(
  { id, domainName, path, tenants }: CompiledDistribution & { readonly tenants: readonly CompiledTenant[] },
  host: string,
  note: Note | null,
): CompiledTenant | null {
  const match = tenantFor(tenants, host)
  if (!match) {
    const own = host === domainName
    const domains = tenants.flatMap((tenant) => tenant.domains)
    note?.(
      `“${id}” is a multi-tenant distribution${own ? ', which answers for the domain names of its tenants and has none itself' : `, and no tenant of it has the domain name “${host}”`}: CloudFront answers 403. ${domains.length > 0 ? `Tenants have ${names(domains)}.` : 'The design has no tenant for it.'}`,
      [[...path, 'ConnectionMode']],
    )
    return null
  }
  const { tenant, domain } = match
  if (tenant.obstacle !== null) {
    note?.(
      `“${host}” belongs to the tenant “${tenant.id}”, and ${tenant.obstacle}: CloudFront answers 403.`,
      [tenant.path],
    )
    return null
  }
  note?.(`“${host}” matches “${domain}”, a domain name of the tenant “${tenant.id}”.`, [
    [...tenant.path, 'Domains'],
  ])
  if (tenant.missingParameters.length > 0)
    note?.(
      `Neither the tenant nor a default gives ${names(tenant.missingParameters)} a value, so CloudFront would refuse the tenant; the placeholder stays as it is.`,
      [[...tenant.path, 'Parameters']],
    )
  return tenant
}
