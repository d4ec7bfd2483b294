import { resourcesOf } from '#core/model/distribution.ts'
import { known } from '#core/model/field.ts'
import { defineRule, type Finding } from '#core/rules/harness/rule.ts'
import { distributionOfTenant, type PlacedTenant, parameterUses } from '#core/rules/lookup/tenant-links.ts'
import type { PlacedDistribution } from '#core/rules/lookup/walk.ts'

/** What the text around a parameter leaves to its value. */
const isPartOfHost = (value: string) => /^[a-z0-9.-]+$/i.test(value) && !/\.\.|^\.|\.$/.test(value)
const isPartOfPath = (value: string) => /^[\x21-\x7e]+$/.test(value) && !/[*?#]/.test(value)

/** The field of an origin in which a value makes nothing that CloudFront could use. */
const unfitFor = (distribution: PlacedDistribution, name: string, value: string) =>
  [...parameterUses(distribution)]
    .filter(({ names }) => names.includes(name))
    .map(({ path }) => String(path.at(-1)))
    .find((field) => (field === 'DomainName' ? !isPartOfHost(value) : !isPartOfPath(value)))

const wanted = (field: string) =>
  field === 'DomainName'
    ? { makes: 'host name', remedy: 'letters, digits, hyphens and periods' }
    : { makes: 'path', remedy: 'the characters of a path' }

function* unfitOf(tenant: PlacedTenant, distribution: PlacedDistribution): Generator<Finding> {
  for (const [index, item] of (tenant.config.Parameters ?? []).entries()) {
    const [name, value] = [known(known(item)?.Name), known(known(item)?.Value)]
    if (name === undefined || value === undefined || value === '') continue
    const field = unfitFor(distribution, name, value)
    if (field === undefined) continue
    const { makes, remedy } = wanted(field)
    yield {
      path: [...tenant.path, 'Parameters', index, 'Value'],
      message: `“${value}” of the tenant “${tenant.id}” goes into ${field} of an origin, where it does not make a ${makes}, so CloudFront refuses it; use ${remedy}.`,
    }
  }
}

export const tenantParameterValue = defineRule({
  id: 'tenant/parameter-value',
  severity: 'error',
  sees: 'all',
  summary: "A tenant's value does not make a host name or a path.",
  why: 'The value takes the place of the parameter in the domain name or the path of an origin, so it has the characters that these may have.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/tenant-customization.html',
  code: 'InvalidArgument',

  *check({ document }) {
    for (const tenant of resourcesOf(document, 'DistributionTenant')) {
      const distribution = distributionOfTenant(document, tenant)
      if (distribution) yield* unfitOf(tenant, distribution)
    }
  },
})
