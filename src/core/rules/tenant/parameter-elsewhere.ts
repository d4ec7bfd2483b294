import { distributionsIn } from '#core/model/distribution.ts'
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { known } from '#core/model/field.ts'
import { defineRule, type Finding } from '#core/rules/harness/rule.ts'
import { parameterUses } from '#core/rules/lookup/tenant-links.ts'
import { eachOrigin, type PlacedDistribution } from '#core/rules/lookup/walk.ts'

/** Whether a distribution is sure to have no tenants. */
const isStandard = ({ ConnectionMode: mode }: DistributionConfig): boolean =>
  mode === undefined || known(mode) === 'direct'

function* inStandard(distribution: PlacedDistribution): Generator<Finding> {
  if (!isStandard(distribution.config)) return
  for (const { text, path } of parameterUses(distribution)) {
    const isHost = path.at(-1) === 'DomainName'
    yield {
      path,
      severity: isHost ? 'error' : 'warning',
      message: `“${text}” has a parameter and “${distribution.id}” has no tenants that give it a value, so ${isHost ? 'CloudFront refuses the name' : 'the braces reach the origin'}; write it out, or set ConnectionMode to “tenant-only”.`,
    }
  }
}

function* inHeaders(document: DesignDocument): Generator<Finding> {
  for (const { value: origin, path } of eachOrigin(document))
    for (const [index, item] of (origin.CustomHeaders ?? []).entries()) {
      const value = known(known(item)?.HeaderValue)
      if (value === undefined || !/\{\{\s*[\w-]+\s*\}\}/.test(value)) continue
      yield {
        path: [...path, 'CustomHeaders', index, 'HeaderValue'],
        message: `“${value}” is sent with its braces: CloudFront replaces parameters in DomainName and OriginPath only; write the value out.`,
      }
    }
}

export const tenantParameterElsewhere = defineRule({
  id: 'tenant/parameter-elsewhere',
  severity: 'warning',
  sees: 'all',
  summary: 'A tenant parameter is used where CloudFront does not replace it.',
  why: 'Parameters between {{ and }} have values in distribution tenants only, and CloudFront puts them into the domain name and the path of origins. Elsewhere the braces stay as they are.',
  docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/tenant-customization.html',
  code: null,

  *check({ document }) {
    for (const distribution of distributionsIn(document)) yield* inStandard(distribution)
    yield* inHeaders(document)
  },
})
