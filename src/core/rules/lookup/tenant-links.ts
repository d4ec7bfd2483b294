/** How a multi-tenant distribution, its parameters and its tenants hang together. */
import { distributionsIn, originsOf, type PlacedResource, resourcesOf } from '#core/model/distribution.ts'
import type { DesignDocument, DistributionConfig } from '#core/model/document.ts'
import { isRef, known } from '#core/model/field.ts'
import type { Path } from '#core/model/path.ts'
import type { PlacedDistribution } from './walk.ts'

export type PlacedTenant = PlacedResource<'DistributionTenant'>

export const isMultiTenant = ({ ConnectionMode: mode }: DistributionConfig): boolean =>
  known(mode) === 'tenant-only'

/** The multi-tenant distribution of a tenant, where it is of this design. */
export const distributionOfTenant = (
  document: DesignDocument,
  { config }: PlacedTenant,
): PlacedDistribution | undefined => {
  const { DistributionId: reference } = config
  return isRef(reference) ? distributionsIn(document).find(({ id }) => id === reference.ref) : undefined
}

/** The tenants of the design that name a distribution of it. */
export const tenantsOf = (document: DesignDocument, id: string): PlacedTenant[] =>
  resourcesOf(document, 'DistributionTenant').filter(({ config }) => {
    const { DistributionId: reference } = config
    return isRef(reference) && reference.ref === id
  })

export interface Parameter {
  readonly name: string
  readonly isRequired: boolean
  readonly hasDefault: boolean
  readonly path: Path
}

/** The parameters that a distribution defines; undefined where one of them is left to the deployment. */
export function parametersOf({ config, path }: PlacedDistribution): Parameter[] | undefined {
  const field = known(config.TenantConfig)
  if (config.TenantConfig !== undefined && field === undefined) return undefined
  const found: Parameter[] = []
  for (const [index, item] of (field?.ParameterDefinitions ?? []).entries()) {
    const definition = known(item)
    const name = known(definition?.Name)
    if (!definition || name === undefined) return undefined
    const schema = known(known(definition.Definition)?.StringSchema)
    found.push({
      name,
      isRequired: known(schema?.Required) === true,
      hasDefault: schema?.DefaultValue !== undefined && schema.DefaultValue !== '',
      path: [...path, 'TenantConfig', 'ParameterDefinitions', index],
    })
  }
  return found
}

/** The `{{names}}` in the origins' domain names and paths, which is where AWS lets parameters stand. */
export function* parameterUses(
  distribution: PlacedDistribution,
): Generator<{ readonly names: readonly string[]; readonly text: string; readonly path: Path }> {
  for (const { value: origin, path } of originsOf(distribution))
    for (const field of ['DomainName', 'OriginPath'] as const) {
      const text = known(origin[field])
      const names = [...(text ?? '').matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1] ?? '')
      if (text !== undefined && names.length > 0) yield { names, text, path: [...path, field] }
    }
}
